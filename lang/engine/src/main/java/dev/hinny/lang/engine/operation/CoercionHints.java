package dev.hinny.lang.engine.operation;

import dev.hinny.lang.engine.EvaluationException;
import dev.hinny.lang.engine.type.Type;
import dev.hinny.lang.engine.value.Key;
import dev.hinny.lang.engine.value.NullValue;
import dev.hinny.lang.engine.value.Schema;
import dev.hinny.lang.engine.value.StringValue;
import dev.hinny.lang.engine.value.Value;
import java.time.DateTimeException;
import org.jspecify.annotations.Nullable;

/** Why a value has no form in a type, and what to write instead. */
final class CoercionHints {
    private CoercionHints() {}

    static String of(Value value, Type type) {
        Type plain = type;
        while (plain instanceof Type.Named n) {
            plain = n.resolve();
        }
        if (!(plain instanceof Type.Simple simple)) {
            return "";
        }
        if (value instanceof NullValue) {
            return "give it a value with 'default' before";
        }
        Schema schema = simple.schema();
        String text = value instanceof StringValue s ? s.text() : value instanceof Key k ? k.name() : null;
        return switch (simple.kind()) {
            case NUMBER ->
                text == null
                        ? ""
                        : schema.text("format") == null
                                ? "a number looks like -12.5 or 1e3; others need a format, as in {format: \"#,##0.00\"}"
                                : "the format is " + schema.text("format");
            case BOOLEAN -> "only \"true\" and \"false\" are truths; compare other values, as in x != 0";
            case DATE -> temporal(text, schema, "2020-12-31", "dd/MM/yyyy");
            case DATE_TIME -> temporal(text, schema, "2020-12-31T23:59:59Z", "dd/MM/yyyy HH:mm:ssXXX");
            case LOCAL_DATE_TIME -> temporal(text, schema, "2020-12-31T23:59:59", "dd/MM/yyyy HH:mm:ss");
            case LOCAL_TIME -> temporal(text, schema, "23:59:59", "hh:mm a");
            case TIME -> temporal(text, schema, "23:59:59Z", "HH:mmXXX");
            case PERIOD -> "a period looks like P1Y2M3D or PT4H5M";
            case TIME_ZONE -> "a time zone looks like Z, -03:00 or America/New_York";
            case STRING -> "write it in a format, as in write(x, \"application/json\")";
            case ANY,
                    NOTHING,
                    NULL,
                    BINARY,
                    REGEX,
                    URI,
                    KEY,
                    NAME_TYPE,
                    NAMESPACE,
                    ARRAY,
                    ITERATOR,
                    RANGE,
                    OBJECT,
                    FUNCTION,
                    TYPE,
                    ENUM,
                    CDATA,
                    COMPARABLE,
                    SIMPLE -> "";
        };
    }

    private static String temporal(@Nullable String text, Schema schema, String example, String format) {
        if (text == null) {
            return "";
        }
        String pattern = schema.text("format");
        if (pattern == null) {
            return "it looks like " + example + "; others need a format, as in {format: \"" + format + "\"}";
        }
        try {
            TemporalTexts.formatter(pattern, schema.text("locale"), schema.text("mode"), true)
                    .parse(text);
            return "the format " + pattern + " does not tell all parts of it";
        } catch (DateTimeException e) {
            return e.getMessage() + "; the format is " + pattern;
        } catch (EvaluationException e) {
            return "";
        }
    }
}
