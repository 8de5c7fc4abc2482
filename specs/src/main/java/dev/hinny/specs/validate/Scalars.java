package dev.hinny.specs.validate;

import dev.hinny.specs.Node;
import dev.hinny.specs.Shape;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The checks of values without parts. */
final class Scalars {
    private Scalars() {}

    /** Anything at all. */
    record Anything() implements Check {
        @Override
        public void check(Tokens in, Sink out) {
            in.skip();
        }

        @Override
        public boolean takes(Tokens.Kind kind) {
            return true;
        }
    }

    /** A kind and nothing more. */
    record Plain(Tokens.Kind kind) implements Check {
        @Override
        public void check(Tokens in, Sink out) {
            expect(in, out, kind, kind.word());
        }

        @Override
        public boolean takes(Tokens.Kind other) {
            return other == kind;
        }
    }

    /** The right kind, or a violation and the value passed over. */
    static boolean expect(Tokens in, Sink out, Tokens.Kind kind, String word) {
        if (in.kind() == kind) {
            return true;
        }
        out.add("expected type: " + word + ", found: " + in.found());
        in.skip();
        return false;
    }

    /** A number or an integer. */
    record Number(Shape.Num shape, Optional<BigDecimal[]> range) implements Check {
        private static final Map<String, Integer> BITS =
                Map.of("int8", 7, "int16", 15, "int32", 31, "int", 31, "int64", 63, "long", 63);

        static Number of(Shape.Num shape) {
            Integer bits = BITS.get(shape.format());
            if (bits == null) {
                return new Number(shape, Optional.empty());
            }
            BigDecimal top = BigDecimal.valueOf(2).pow(bits);
            return new Number(shape, Optional.of(new BigDecimal[] {top.negate(), top.subtract(BigDecimal.ONE)}));
        }

        @Override
        public void check(Tokens in, Sink out) {
            if (!expect(in, out, Tokens.Kind.NUMBER, shape.integer() ? "Integer" : "Number")) {
                return;
            }
            BigDecimal value = in.number();
            boolean small = Math.abs((long) value.scale()) < 20_000;
            if ((shape.integer() || range.isPresent())
                    && value.signum() != 0
                    && value.stripTrailingZeros().scale() > 0) {
                out.add("expected type: Integer, found: Number");
            }
            range.ifPresent(r -> {
                if (value.compareTo(r[0]) < 0 || value.compareTo(r[1]) > 0) {
                    out.add(value + " is out of the range of format " + shape.format());
                }
            });
            shape.minimum().ifPresent(min -> lower(value, min, out));
            shape.maximum().ifPresent(max -> upper(value, max, out));
            shape.multipleOf().filter(m -> m.signum() != 0).ifPresent(m -> {
                if (!small || value.remainder(m).signum() != 0) {
                    out.add(value + " is not a multiple of " + m);
                }
            });
        }

        private void lower(BigDecimal value, BigDecimal min, Sink out) {
            int order = value.compareTo(min);
            if (order < 0 || order == 0 && shape.exclusiveMinimum()) {
                out.add(value
                        + (shape.exclusiveMinimum() ? " is not greater than " : " is not greater or equal to ")
                        + min);
            }
        }

        private void upper(BigDecimal value, BigDecimal max, Sink out) {
            int order = value.compareTo(max);
            if (order > 0 || order == 0 && shape.exclusiveMaximum()) {
                out.add(value + (shape.exclusiveMaximum() ? " is not less than " : " is not less or equal to ") + max);
            }
        }

        @Override
        public boolean takes(Tokens.Kind kind) {
            return kind == Tokens.Kind.NUMBER;
        }
    }

    /** Text. */
    record Str(Optional<Pattern> pattern, Optional<Long> min, Optional<Long> max, String format, String word)
            implements Check {
        private static final Map<String, Pattern> FORMATS = Map.of(
                "uuid", Pattern.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}"),
                "email", Pattern.compile("[^@\\s]{1,256}@[^@\\s]{1,256}"),
                "ipv4", Pattern.compile("((25[0-5]|2[0-4]\\d|1?\\d?\\d)(\\.(?!$)|$)){4}"));

        @Override
        public void check(Tokens in, Sink out) {
            if (!expect(in, out, Tokens.Kind.STRING, word)) {
                return;
            }
            String text = in.text();
            if (min.isPresent() || max.isPresent()) {
                long length = text.codePointCount(0, text.length());
                min.filter(m -> length < m).ifPresent(m -> out.add("expected minLength: " + m + ", actual: " + length));
                max.filter(m -> length > m).ifPresent(m -> out.add("expected maxLength: " + m + ", actual: " + length));
            }
            pattern.filter(p -> !p.matcher(text).find())
                    .ifPresent(p -> out.add("string [" + clip(text) + "] does not match pattern " + p.pattern()));
            Pattern known = FORMATS.get(format.toLowerCase(Locale.ROOT));
            if (known != null && !known.matcher(text).matches()) {
                out.add("[" + clip(text) + "] is not a valid " + format);
            }
        }

        @Override
        public boolean takes(Tokens.Kind kind) {
            return kind == Tokens.Kind.STRING;
        }
    }

    /** A moment written as text. */
    record Moment(Shape.Temporal.Kind kind) implements Check {
        @Override
        public void check(Tokens in, Sink out) {
            if (expect(in, out, Tokens.Kind.STRING, "String") && !Moments.valid(kind, in.text())) {
                out.add("[" + clip(in.text()) + "] is not a valid " + kind.word() + ". Expected " + Moments.form(kind));
            }
        }

        @Override
        public boolean takes(Tokens.Kind other) {
            return other == Tokens.Kind.STRING;
        }
    }

    /** One of a few values. */
    record OneOf(List<Node> values, Check rest) implements Check {
        @Override
        public void check(Tokens in, Sink out) {
            Node value = in.node();
            if (!rest.takes(new TreeTokens(value).kind())) {
                rest.check(new TreeTokens(value), out);
            } else if (values.stream().noneMatch(v -> v.same(value))) {
                out.add(clip(value.scalar().orElseGet(value::json)) + " is not a valid enum value");
            } else {
                rest.check(new TreeTokens(value), out);
            }
        }

        @Override
        public List<Check> sameValue() {
            return List.of(rest);
        }

        @Override
        public boolean takes(Tokens.Kind kind) {
            return rest.takes(kind);
        }
    }

    /** Null, or something else. */
    record OrNull(Check rest) implements Check {
        @Override
        public void check(Tokens in, Sink out) {
            if (in.kind() == Tokens.Kind.NULL) {
                in.skip();
            } else {
                rest.check(in, out);
            }
        }

        @Override
        public List<Check> sameValue() {
            return List.of(rest);
        }

        @Override
        public boolean takes(Tokens.Kind kind) {
            return kind == Tokens.Kind.NULL || rest.takes(kind);
        }
    }

    /** A named type, linked after everything is compiled. */
    static final class Link implements Check {
        private @Nullable Check target;

        void to(Check check) {
            target = check;
        }

        Check target() {
            return target == null ? new Anything() : target;
        }

        @Override
        public void check(Tokens in, Sink out) {
            if (out.spend()) {
                target().check(in, out);
            } else {
                in.skip();
            }
        }

        @Override
        public List<Check> sameValue() {
            return List.of(target());
        }

        @Override
        public boolean takes(Tokens.Kind kind) {
            return target().takes(kind);
        }
    }

    static String clip(String text) {
        return text.length() <= 120 ? text : text.substring(0, 117) + "...";
    }
}
