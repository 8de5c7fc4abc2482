package dev.hinny.lang.formats.flatfile;

import dev.hinny.lang.engine.value.BooleanValue;
import dev.hinny.lang.engine.value.StringValue;
import dev.hinny.lang.engine.value.Value;
import dev.hinny.lang.formats.flatfile.Faults.Unfit;
import dev.hinny.lang.formats.flatfile.Item.Element;
import java.util.Locale;

/** Reads what a field holds as a value of its type. */
final class FieldReader {
    private FieldReader() {}

    /** @throws Unfit when the field holds no value of its type */
    static Value read(Element field, byte[] bytes, int from, int to, Coding coding, FlatFileOptions options) {
        return switch (field.type()) {
            case STRING -> StringValue.of(trimmed(field.format(), coding.text(bytes, from, to)));
            case INTEGER, DECIMAL -> NumberFields.read(field, coding.text(bytes, from, to));
            case BOOLEAN -> bool(coding.text(bytes, from, to).strip());
            case DATE, TIME, DATE_TIME ->
                TemporalFields.read(field, coding.text(bytes, from, to).strip());
            case PACKED -> ByteFields.packed(field, bytes, from, to);
            case BINARY -> ByteFields.binary(field, bytes, from, to);
            case ZONED -> ZonedFields.read(field, coding.text(bytes, from, to).strip(), options.zonedStrict());
        };
    }

    private static String trimmed(FieldFormat format, String text) {
        int start = 0;
        int end = text.length();
        switch (format.justify()) {
            case LEFT -> {
                while (end > 0 && text.charAt(end - 1) == format.fill()) {
                    end--;
                }
            }
            case RIGHT, ZEROES -> {
                while (start < end && text.charAt(start) == format.fill()) {
                    start++;
                }
            }
            case NONE -> {}
        }
        return text.substring(start, end);
    }

    private static Value bool(String text) {
        return switch (text.toLowerCase(Locale.ROOT)) {
            case "true", "t", "yes", "y", "1" -> BooleanValue.TRUE;
            case "false", "f", "no", "n", "0" -> BooleanValue.FALSE;
            default ->
                throw new Unfit("holds '" + text + "', expected a Boolean", "such as true, false, T, F, Y, N, 1 or 0");
        };
    }
}
