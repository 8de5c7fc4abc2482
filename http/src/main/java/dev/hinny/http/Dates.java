package dev.hinny.http;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** The Date header's text, formatted once a second. */
final class Dates {
    private static final DateTimeFormatter FORMAT = DateTimeFormatter.ofPattern(
                    "EEE, dd MMM yyyy HH:mm:ss 'GMT'", Locale.ENGLISH)
            .withZone(ZoneOffset.UTC);

    private record Entry(long second, String text) {}

    private static volatile Entry last = new Entry(0, "");

    private Dates() {}

    static String now() {
        long second = System.currentTimeMillis() / 1000;
        Entry entry = last;
        if (entry.second != second) {
            entry = new Entry(second, FORMAT.format(Instant.ofEpochSecond(second)));
            last = entry;
        }
        return entry.text;
    }
}
