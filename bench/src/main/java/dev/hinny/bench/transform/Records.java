package dev.hinny.bench.transform;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Random;

/** The input of the large transformation: records of about 450 bytes, the same in every run. */
final class Records {
    private static final List<String> CITIES = List.of(
            "Amsterdam",
            "Bern",
            "Bruxelles",
            "Dublin",
            "Helsinki",
            "København",
            "Lisboa",
            "London",
            "Madrid",
            "Oslo",
            "Paris",
            "Praha",
            "Roma",
            "Sofia",
            "Stockholm",
            "Tallinn",
            "Vilnius",
            "Warszawa",
            "Wien",
            "Zürich");
    private static final List<String> STATES = List.of("active", "closed", "pending");

    private Records() {}

    static byte[] json(int count) {
        Random random = new Random(7);
        StringBuilder out = new StringBuilder(count * 460).append('[');
        for (int i = 0; i < count; i++) {
            out.append(i == 0 ? "\n" : ",\n");
            record(out, i, random);
        }
        return out.append("\n]\n").toString().getBytes(StandardCharsets.UTF_8);
    }

    private static void record(StringBuilder out, int i, Random random) {
        String city = CITIES.get(random.nextInt(CITIES.size()));
        out.append(String.format(
                Locale.ROOT,
                "{\"id\": %d, \"created\": \"2026-%02d-%02dT10:15:00Z\", \"status\": \"%s\", \"amount\": %d.%02d,"
                    + " \"customer\": {\"name\": \"Customer %d\", \"email\": \"customer%d@example.org\", \"vip\": %s,"
                    + " \"score\": %d}, \"address\": {\"street\": \"Main street %d\", \"zip\": \"%05d\", \"city\":"
                    + " \"%s\"}, \"tags\": [\"red\", \"green\", \"number %d\"], \"note\": \"Deliver to the"
                    + " \\\"back\\\" door, please, and ring twice before you leave it there\", \"lines\": [{\"sku\":"
                    + " \"SKU-%d\", \"qty\": %d}, {\"sku\": \"SKU-%d\", \"qty\": %d}]}",
                i,
                1 + i % 12,
                1 + i % 28,
                STATES.get(random.nextInt(STATES.size())),
                random.nextInt(10_000),
                1 + random.nextInt(99),
                i,
                i,
                i % 7 == 0,
                random.nextInt(1000),
                i % 200,
                random.nextInt(100_000),
                city,
                i,
                random.nextInt(1000),
                1 + i % 9,
                random.nextInt(1000),
                1 + i % 5));
    }
}
