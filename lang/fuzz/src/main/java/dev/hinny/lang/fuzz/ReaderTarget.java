package dev.hinny.lang.fuzz;

import dev.hinny.base.ProblemException;
import dev.hinny.lang.engine.format.ByteSource;
import dev.hinny.lang.engine.format.Format;
import dev.hinny.lang.engine.format.FormatContext;
import dev.hinny.lang.engine.format.FormatException;
import dev.hinny.lang.engine.format.Formats;
import dev.hinny.lang.engine.value.ArrayValue;
import dev.hinny.lang.engine.value.BinaryValue;
import dev.hinny.lang.engine.value.Entry;
import dev.hinny.lang.engine.value.NumberValue;
import dev.hinny.lang.engine.value.ObjectValue;
import dev.hinny.lang.engine.value.StringValue;
import dev.hinny.lang.engine.value.Value;

/**
 * A reader refuses any bytes with a {@link FormatException} or gives a value of which every part can be asked for; a value
 * that was read twice is the same twice.
 */
final class ReaderTarget implements Target {
    private static final int PARTS = 100_000;

    private final Format format;

    ReaderTarget(String id) {
        format = Formats.byId(id).orElseThrow(() -> new IllegalArgumentException("there is no format '" + id + "'"));
    }

    @Override
    public void accept(byte[] input) {
        FormatContext context = FormatContext.of(format.mediaTypes().get(0));
        try {
            Value value = format.read(ByteSource.of(input), context);
            Walk first = new Walk();
            first.value(value);
            Walk second = new Walk();
            second.value(value);
            if (first.digest != second.digest) {
                throw new IllegalStateException("a second look at the document finds something else");
            }
        } catch (ProblemException refused) {
            refused.problems().forEach(problem -> {
                if (problem.message().isBlank()) {
                    throw new IllegalStateException("a refusal without a message", refused);
                }
            });
        }
    }

    /** Asks for every part, up to a number of parts. */
    private static final class Walk {
        private int left = PARTS;
        private long digest;

        void value(Value value) {
            if (left-- <= 0) {
                return;
            }
            switch (value) {
                case ObjectValue object -> {
                    for (Entry entry : object) {
                        if (left <= 0) {
                            return;
                        }
                        add(entry.key().name());
                        value(entry.key().attributes());
                        value(entry.value());
                    }
                    add(object.size());
                }
                case ArrayValue array -> {
                    for (Value item : array) {
                        if (left <= 0) {
                            return;
                        }
                        value(item);
                    }
                    add(array.size());
                }
                case StringValue text -> add(text.text());
                case NumberValue number -> add(number.decimal().stripTrailingZeros());
                case BinaryValue binary -> add(binary.source().bytes().length);
                default -> add(value.getClass().getName());
            }
        }

        private void add(Object part) {
            digest = digest * 31 + part.hashCode();
        }
    }
}
