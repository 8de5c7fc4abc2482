package dev.hinny.lang.formats.flatfile;

import dev.hinny.base.SourceSpan;
import dev.hinny.base.Suggestion;
import dev.hinny.lang.engine.value.Key;
import dev.hinny.lang.formats.flatfile.FieldFormat.Justify;
import dev.hinny.lang.formats.flatfile.FieldFormat.Sign;
import dev.hinny.lang.formats.flatfile.Item.Element;
import dev.hinny.lang.formats.flatfile.Item.Usage;
import dev.hinny.lang.formats.flatfile.SchemaTree.Fields;
import dev.hinny.lang.formats.flatfile.SchemaTree.Text;
import java.text.DecimalFormat;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The words of a schema that describe one field. */
final class FfdElements {
    /** Most characters of a record: 16 MB. */
    static final int LONGEST = 1 << 24;

    private FfdElements() {}

    static Element element(Fields fields) {
        FieldType type = type(fields);
        Fields format = fields.get("format") instanceof Fields f ? f : new Fields(Map.of(), fields.place());
        int digits = number(format, "digits", 0, 0, 19);
        int length = number(fields, "length", type == FieldType.BINARY ? binaryLength(digits) : 0, 0, LONGEST);
        SourceSpan place = fields.place();
        if (length == 0) {
            throw Faults.schema(place, "the field has no 'length'", "say how many characters it takes");
        }
        if (type == FieldType.BINARY && length > 8) {
            throw Faults.schema(place, "a Binary field takes 1 to 8 bytes, found " + length, "use 2, 4 or 8");
        }
        if (type == FieldType.PACKED && length > 32) {
            throw Faults.schema(place, "a Packed field takes 1 to 32 bytes, found " + length, "");
        }
        Justify justify = choice(format, "justify", Justify.class, type.isNumber() ? Justify.RIGHT : Justify.LEFT);
        if (justify == Justify.ZEROES && !type.isNumber()) {
            throw Faults.schema(place, "only numbers are justified with ZEROES, found the type " + type.label(), "");
        }
        return new Element(
                key(fields),
                usage(fields),
                count(fields),
                text(fields, "controlval"),
                type,
                length,
                new FieldFormat(
                        justify,
                        choice(format, "sign", Sign.class, Sign.NEGATIVE_ONLY),
                        !"false".equalsIgnoreCase(text(format, "signed")),
                        number(format, "implicit", 0, -100, 100),
                        digits,
                        type.isNumber() ? numberPattern(format) : null,
                        type.isTemporal() ? temporal(format, type, length) : null,
                        fill(format)),
                text(fields, "tagvalue"));
    }

    /** What a value calls it: its name, else its id. */
    static @Nullable Key key(Fields fields) {
        String name = text(fields, "name");
        String shown = name == null || name.isEmpty() ? text(fields, "id") : name;
        return shown == null || shown.isEmpty() ? null : Key.of(shown);
    }

    static Usage usage(Fields fields) {
        String usage = text(fields, "usage");
        return switch (usage == null ? "M" : usage.toUpperCase(Locale.ROOT)) {
            case "M" -> Usage.MANDATORY;
            case "O", "C" -> Usage.OPTIONAL;
            case "U" -> Usage.UNUSED;
            case String other ->
                throw Faults.schema(fields.place(), "the usage '" + other + "' is none of M, O, C and U", "");
        };
    }

    static int count(Fields fields) {
        return number(fields, "count", 1, 1, LONGEST);
    }

    static @Nullable String text(Fields fields, String key) {
        return fields.get(key) instanceof Text t ? t.text() : null;
    }

    static int number(Fields fields, String key, int otherwise, int least, int most) {
        if (!(fields.get(key) instanceof Text(String text, SourceSpan place))) {
            return otherwise;
        }
        try {
            int number = Integer.parseInt(text.strip());
            if (number >= least && number <= most) {
                return number;
            }
        } catch (NumberFormatException _) {
            // falls through to the same message
        }
        throw Faults.schema(
                place, "'" + key + "' is '" + text + "', expected a number from " + least + " to " + most, "");
    }

    private static FieldType type(Fields fields) {
        String name = text(fields, "type");
        List<String> known =
                Arrays.stream(FieldType.values()).map(FieldType::label).toList();
        return Arrays.stream(FieldType.values())
                .filter(t -> t.label().equalsIgnoreCase(name))
                .findFirst()
                .orElseThrow(() -> Faults.schema(
                        fields.place(),
                        name == null ? "the field has no 'type'" : "there is no type '" + name + "'",
                        Suggestion.didYouMean(
                                name == null ? "" : name, known, "the types are " + String.join(", ", known))));
    }

    private static int binaryLength(int digits) {
        return digits == 0 ? 0 : digits <= 4 ? 2 : digits <= 9 ? 4 : 8;
    }

    private static <E extends Enum<E>> E choice(Fields fields, String key, Class<E> type, E otherwise) {
        String text = text(fields, key);
        if (text == null) {
            return otherwise;
        }
        List<String> known =
                Arrays.stream(type.getEnumConstants()).map(Enum::name).toList();
        String name = text.strip().toUpperCase(Locale.ROOT);
        if (!known.contains(name)) {
            throw Faults.schema(
                    fields.place(),
                    "'" + key + "' is '" + text + "', expected one of " + String.join(", ", known),
                    Suggestion.didYouMean(text, known, ""));
        }
        return Enum.valueOf(type, name);
    }

    private static char fill(Fields format) {
        String fill = text(format, "fillchar") == null ? text(format, "fill") : text(format, "fillchar");
        if (fill != null && fill.length() != 1) {
            throw Faults.schema(format.place(), "'fillChar' is '" + fill + "', expected one character", "");
        }
        return fill == null ? ' ' : fill.charAt(0);
    }

    private static @Nullable String numberPattern(Fields format) {
        String pattern = text(format, "pattern");
        if (pattern != null) {
            try {
                new DecimalFormat(pattern);
            } catch (IllegalArgumentException e) {
                throw Faults.schema(format.place(), "bad pattern of a number: " + e.getMessage(), "for example 000.00");
            }
        }
        return pattern;
    }

    private static DateTimeFormatter temporal(Fields format, FieldType type, int length) {
        String pattern = text(format, "pattern");
        if (pattern == null) {
            pattern = TemporalFields.pattern(type, length);
        }
        if (pattern == null) {
            throw Faults.schema(
                    format.place(),
                    "a " + type.label() + " of " + length + " characters needs a pattern",
                    "add format: { pattern: \"...\" } with letters such as yyyy, MM, dd, HH, mm and ss");
        }
        try {
            return TemporalFields.formatter(pattern);
        } catch (IllegalArgumentException e) {
            throw Faults.schema(format.place(), "bad pattern of a date or time: " + e.getMessage(), "");
        }
    }
}
