package dev.hinny.bench.transform;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Random;

/** The input of the transformation of XML: records of about 480 bytes, the same in every run. */
final class RecordsInXml {
    private static final List<String> CITIES = List.of(
            "Amsterdam", "Bern", "Dublin", "Helsinki", "København", "Lisboa", "Oslo", "Paris", "Wien", "Zürich");

    private RecordsInXml() {}

    static byte[] records(int count) {
        Random random = new Random(7);
        StringBuilder out =
                new StringBuilder(count * 490).append("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<records>\n");
        for (int i = 0; i < count; i++) {
            record(out, i, random);
        }
        return out.append("</records>\n").toString().getBytes(StandardCharsets.UTF_8);
    }

    private static void record(StringBuilder out, int i, Random random) {
        out.append(String.format(
                Locale.ROOT,
                """
                  <record id="%d" status="%s">
                    <created>2026-%02d-%02dT10:15:00Z</created>
                    <amount>%d.%02d</amount>
                    <customer>
                      <name>Customer &amp; Sons %d</name>
                      <email>customer%d@example.org</email>
                      <score>%d</score>
                    </customer>
                    <address>
                      <street>Main street %d</street>
                      <city>%s</city>
                    </address>
                    <line sku="SKU-%d" qty="%d"/>
                    <note>Deliver to the "back" door, please, and ring twice</note>
                  </record>
                """,
                i,
                i % 3 == 0 ? "active" : "closed",
                1 + i % 12,
                1 + i % 28,
                random.nextInt(10_000),
                random.nextInt(100),
                i,
                i,
                random.nextInt(1000),
                i % 200,
                CITIES.get(random.nextInt(CITIES.size())),
                random.nextInt(1000),
                1 + i % 9));
    }
}
