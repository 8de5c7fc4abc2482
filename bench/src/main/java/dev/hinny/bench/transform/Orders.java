package dev.hinny.bench.transform;

import java.nio.charset.StandardCharsets;

/** The input: an order of about 1 KB with 20 lines. */
public final class Orders {
    private Orders() {}

    public static byte[] order() {
        StringBuilder out = new StringBuilder(1100)
                .append("{\"id\":\"A-10023\",\"created\":\"2026-11-24T10:15:00Z\",\"currency\":\"eur\",\"paid\":true,")
                .append("\"customer\":{\"firstName\":\"Ada\",\"lastName\":\"Lovelace\",\"email\":\"Ada@Example.ORG\",")
                .append("\"city\":\"London\",\"country\":\"gb\"},\"note\":\"Leave it at the \\\"green\\\""
                        + " door\",\"lines\":[");
        for (int i = 1; i <= 20; i++) {
            out.append(i == 1 ? "" : ",")
                    .append("{\"sku\":\"sku-")
                    .append(100 + i)
                    .append("\",\"qty\":")
                    .append(i % 4)
                    .append(",\"price\":")
                    .append(i)
                    .append(i % 2 == 0 ? ".25}" : ".99}");
        }
        return out.append("]}").toString().getBytes(StandardCharsets.UTF_8);
    }
}
