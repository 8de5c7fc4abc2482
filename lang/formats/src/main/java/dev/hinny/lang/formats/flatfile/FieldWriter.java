package dev.hinny.lang.formats.flatfile;

import dev.hinny.lang.engine.operation.TypeNames;
import dev.hinny.lang.engine.value.BooleanValue;
import dev.hinny.lang.engine.value.NumberValue;
import dev.hinny.lang.engine.value.StringValue;
import dev.hinny.lang.engine.value.Value;
import dev.hinny.lang.formats.Texts;
import dev.hinny.lang.formats.flatfile.Faults.Unfit;
import dev.hinny.lang.formats.flatfile.FieldFormat.Justify;
import dev.hinny.lang.formats.flatfile.FlatFileOptions.Missing;
import dev.hinny.lang.formats.flatfile.Item.Element;
import java.math.BigDecimal;
import java.util.Locale;

/** Writes values as fields, each as long as its field. */
final class FieldWriter {
    private final Coding coding;
    private final FlatFileOptions options;

    FieldWriter(Coding coding, FlatFileOptions options) {
        this.coding = coding;
        this.options = options;
    }

    /** @throws Unfit when the value has no form in the field */
    byte[] bytes(Element field, Value value) {
        return switch (field.type()) {
            case PACKED -> ByteFields.packed(field, number(field, value), options.trims());
            case BINARY -> ByteFields.binary(field, number(field, value), options.trims());
            case ZONED ->
                padded(field, ZonedFields.write(field, number(field, value), options.zonedStrict(), options.trims()));
            case INTEGER, DECIMAL -> padded(field, NumberFields.write(field, number(field, value), options.trims()));
            case DATE, TIME, DATE_TIME -> padded(field, TemporalFields.write(field, value));
            case BOOLEAN -> padded(field, bool(field, value));
            case STRING -> padded(field, Texts.of(value, "flatfile"));
        };
    }

    private static BigDecimal number(Element field, Value value) {
        if (value instanceof NumberValue number) {
            return number.decimal();
        }
        if (value instanceof StringValue text && text.text().strip().matches("[+-]?\\d{1,1000}(\\.\\d{1,1000})?")) {
            return new BigDecimal(text.text().strip());
        }
        throw wrong(field, value);
    }

    private static String bool(Element field, Value value) {
        boolean is = switch (value) {
            case BooleanValue b -> b.value();
            case StringValue s when s.text().equalsIgnoreCase("true") -> true;
            case StringValue s when s.text().equalsIgnoreCase("false") -> false;
            default -> throw wrong(field, value);
        };
        String whole = Boolean.toString(is);
        return field.length() < 5 ? whole.substring(0, 1).toUpperCase(Locale.ROOT) : whole;
    }

    private static Unfit wrong(Element field, Value value) {
        return new Unfit(
                "is of type " + TypeNames.of(value) + (value instanceof StringValue s ? " ('" + s.text() + "')" : "")
                        + ", expected " + NumberFields.article(field.type()),
                "turn it into one first, for example with 'as "
                        + (field.type() == FieldType.BOOLEAN ? "Boolean" : "Number") + "'");
    }

    private byte[] padded(Element field, String text) {
        int size = text.codePointCount(0, text.length());
        if (size > field.length()) {
            if (!options.trims() || field.type() != FieldType.STRING) {
                throw new Unfit(
                        "is '" + text + "' of " + size + " characters, but the field has " + field.length(),
                        field.type() == FieldType.STRING
                                ? "shorten it, or set trimValues=true"
                                : "make the field longer in the schema");
            }
            return coding.bytes(text.substring(0, text.offsetByCodePoints(0, field.length())));
        }
        String fill = String.valueOf(field.format().fill()).repeat(field.length() - size);
        return coding.bytes(
                switch (field.format().justify()) {
                    case LEFT, NONE -> text + fill;
                    case RIGHT -> fill + text;
                    case ZEROES -> "0".repeat(field.length() - size) + text;
                });
    }

    /** What stands in the place of a value that is missing. */
    byte[] missing(Element field) {
        Missing missing = options.missing();
        if (field.type() == FieldType.BINARY || (field.type() == FieldType.PACKED && missing != Missing.NULLS)) {
            return bytes(field, NumberValue.of(0));
        }
        char fill = switch (missing) {
            case NONE, SPACES, SPACES_OR_NULLS ->
                field.format().justify() == Justify.ZEROES
                        ? '0'
                        : field.format().fill();
            case ZEROES -> field.type().isNumber() ? '0' : ' ';
            case NULLS -> '\0';
        };
        if (fill == '0' && field.type() == FieldType.ZONED) {
            return bytes(field, NumberValue.of(0));
        }
        return fill == '\0'
                ? new byte[field.length()]
                : coding.bytes(String.valueOf(fill).repeat(field.length()));
    }
}
