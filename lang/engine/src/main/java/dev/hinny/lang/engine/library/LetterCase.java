package dev.hinny.lang.engine.library;

import dev.hinny.lang.engine.operation.Texts;
import dev.hinny.lang.engine.value.StringValue;
import dev.hinny.lang.engine.value.Value;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Upper and lower case; what is ASCII stays in the bytes it came in. */
final class LetterCase {
    private static final int BETWEEN_CASES = 'a' - 'A';

    private LetterCase() {}

    static Value upper(Value value) {
        StringValue made = ascii(value, 'a', -BETWEEN_CASES);
        return made != null ? made : StringValue.of(Texts.of(value).toUpperCase(Locale.ROOT));
    }

    static Value lower(Value value) {
        StringValue made = ascii(value, 'A', BETWEEN_CASES);
        return made != null ? made : StringValue.of(Texts.of(value).toLowerCase(Locale.ROOT));
    }

    private static @Nullable StringValue ascii(Value value, char firstLetter, int change) {
        if (!(value instanceof StringValue text)) {
            return null;
        }
        byte[] from = text.utf8();
        if (from == null) {
            return null;
        }
        int offset = text.offset();
        byte[] made = new byte[text.length()];
        for (int i = 0; i < made.length; i++) {
            byte b = from[offset + i];
            if (b < 0) {
                return null;
            }
            int letter = b - firstLetter;
            made[i] = letter >= 0 && letter < 26 ? (byte) (b + change) : b;
        }
        return StringValue.utf8(made, 0, made.length, text.isPlain());
    }
}
