package dev.hinny.lang.formats.yaml;

import dev.hinny.lang.engine.value.BinaryValue;
import dev.hinny.lang.engine.value.BooleanValue;
import dev.hinny.lang.engine.value.NullValue;
import dev.hinny.lang.engine.value.NumberValue;
import dev.hinny.lang.engine.value.Schema;
import dev.hinny.lang.engine.value.StringValue;
import dev.hinny.lang.engine.value.Value;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.events.ScalarEvent;

/** What plain text means in the core schema (YAML 1.2.2, section 10.3.2), and the tags that say so themselves. */
final class YamlScalars {
    private static final String STANDARD = "tag:yaml.org,2002:";
    private static final int MAX_DIGITS = 10_000;
    private static final Pattern WHOLE = Pattern.compile("[-+]?[0-9]+");
    private static final Pattern FLOAT = Pattern.compile("[-+]?(\\.[0-9]+|[0-9]+(\\.[0-9]*)?)([eE][-+]?[0-9]+)?");
    private static final Pattern OLDER = Pattern.compile("(?i)yes|no|on|off|[-+]?\\.inf|\\.nan|=|<<"
        + "|[-+]?[0-9][0-9_]*(\\.[0-9_]*)?|[-+]?0b[01_]+|[-+]?0x[0-9a-f_]+|[-+]?[0-9][0-9_]*(:[0-5]?[0-9])+(\\.[0-9_]*)?"
        + "|[0-9]{4}-[0-9]{1,2}-[0-9]{1,2}.*");

    private YamlScalars() {}

    static Value value(ScalarEvent event, YamlReader reader) {
        String text = event.getValue();
        String tag = event.getTag().orElse(event.isPlain() ? "" : STANDARD + "str");
        if (!tag.startsWith(STANDARD)) {
            Value plain = tag.equals("!") ? null : event.isPlain() ? resolve(text) : null;
            return tagged(plain == null ? StringValue.of(text) : plain, event.getTag());
        }
        Value value = switch (tag.substring(STANDARD.length())) {
            case "null" -> NullValue.NULL;
            case "bool" -> bool(text);
            case "int" -> whole(text);
            case "float" -> number(text);
            case "binary" -> binary(text);
            default -> StringValue.of(text);
        };
        if (value == null) {
            throw reader.bad(event, "'" + shortened(text) + "' is no " + tag.replace(STANDARD, "!!"));
        }
        return value;
    }

    /** The value with a local tag in its metadata. */
    static Value tagged(Value value, Optional<String> tag) {
        return tag.isEmpty() || !tag.get().startsWith("!") || tag.get().equals("!")
                ? value
                : value.withSchema(Schema.of("tag", StringValue.of(tag.get())));
    }

    /** The value of plain text; null when it is just text. */
    static @Nullable Value resolve(String text) {
        return switch (text) {
            case "", "~", "null", "Null", "NULL" -> NullValue.NULL;
            case "true", "True", "TRUE" -> BooleanValue.TRUE;
            case "false", "False", "FALSE" -> BooleanValue.FALSE;
            default -> number(text);
        };
    }

    /** Whether plain text would be taken for something else, here or by a reader of YAML 1.1. */
    static boolean isAmbiguous(String text) {
        return resolve(text) != null || OLDER.matcher(text).matches();
    }

    private static @Nullable Value bool(String text) {
        return resolve(text) instanceof BooleanValue b ? b : null;
    }

    private static @Nullable Value whole(String text) {
        return number(text) instanceof NumberValue n && n.isWhole() ? n : null;
    }

    private static @Nullable Value number(String text) {
        int length = text.length();
        if (length == 0 || length > MAX_DIGITS) {
            return null;
        }
        char first = text.charAt(0);
        if (!(first >= '0' && first <= '9') && first != '-' && first != '+' && first != '.') {
            return null;
        }
        try {
            if (WHOLE.matcher(text).matches()) {
                return length < 19 ? NumberValue.of(Long.parseLong(text)) : NumberValue.of(new BigInteger(text));
            }
            if (text.startsWith("0x")) {
                return NumberValue.of(new BigInteger(unsigned(text), 16));
            }
            if (text.startsWith("0o")) {
                return NumberValue.of(new BigInteger(unsigned(text), 8));
            }
            if (FLOAT.matcher(text).matches()) {
                BigDecimal number = new BigDecimal(text);
                return Math.abs((long) number.scale()) > MAX_DIGITS ? null : NumberValue.of(number);
            }
        } catch (NumberFormatException e) {
            return null;
        }
        return null;
    }

    private static String unsigned(String text) {
        String digits = text.substring(2);
        if (digits.startsWith("-") || digits.startsWith("+")) {
            throw new NumberFormatException(text);
        }
        return digits;
    }

    private static @Nullable Value binary(String text) {
        try {
            return BinaryValue.of(Base64.getMimeDecoder().decode(text));
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    private static String shortened(String text) {
        return text.length() > 40 ? text.substring(0, 40) + "..." : text;
    }
}
