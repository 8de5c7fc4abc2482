package dev.hinny.bench.transform;

import java.nio.charset.StandardCharsets;
import java.util.Random;

/** The input of the transformation of separated values: rows of about 294 bytes, the same in every run. */
final class Rows {
    private Rows() {}

    static byte[] csv(int count) {
        Random random = new Random(5);
        StringBuilder out = new StringBuilder(count * 300);
        out.append("id,first,last,mail,street,city,zip,country,date,total,state,note\n");
        for (int i = 0; i < count; i++) {
            out.append("ORD-").append(1_000_000 + i);
            out.append(",Firstname").append(random.nextInt(1000));
            out.append(",Lastname-of-somebody").append(random.nextInt(10_000));
            out.append(",somebody.with.a.name").append(random.nextInt(100_000)).append("@mail.example.org");
            out.append(',').append(1 + random.nextInt(200)).append(" Long Winding Road apartment ");
            out.append(random.nextInt(90)).append(i % 4 == 0 ? ",Zürich" : ",San Francisco");
            out.append(',').append(10_000 + random.nextInt(80_000)).append(",United States");
            out.append(",2026-11-").append(10 + random.nextInt(20)).append("T10:15:00Z,");
            out.append(random.nextInt(100_000))
                    .append('.')
                    .append(10 + random.nextInt(90))
                    .append(",delivered,");
            if (i % 10 == 0) {
                out.append("\"a note, with \"\"quotes\"\", a comma and\ntwo lines that goes on for a while ")
                        .append(i)
                        .append('"');
            } else {
                out.append("no remarks were made for this order and it went out on time to the customer ")
                        .append(i);
            }
            out.append('\n');
        }
        return out.toString().getBytes(StandardCharsets.UTF_8);
    }
}
