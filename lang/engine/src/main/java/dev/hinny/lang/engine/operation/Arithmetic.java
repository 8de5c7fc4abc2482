package dev.hinny.lang.engine.operation;

import dev.hinny.lang.engine.EvaluationException;
import dev.hinny.lang.engine.type.Type;
import dev.hinny.lang.engine.value.ArrayValue;
import dev.hinny.lang.engine.value.Key;
import dev.hinny.lang.engine.value.LongNumber;
import dev.hinny.lang.engine.value.NullValue;
import dev.hinny.lang.engine.value.NumberValue;
import dev.hinny.lang.engine.value.ObjectValue;
import dev.hinny.lang.engine.value.PeriodValue;
import dev.hinny.lang.engine.value.Schema;
import dev.hinny.lang.engine.value.StringValue;
import dev.hinny.lang.engine.value.TemporalValue;
import dev.hinny.lang.engine.value.Value;
import dev.hinny.lang.engine.value.ZoneValue;
import java.math.BigDecimal;
import java.math.MathContext;
import java.time.Duration;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/** {@code + - * /}, {@code mod}, unary minus and the shifts; text is taken as a number where a number is needed. */
public final class Arithmetic {
    private static final int LARGEST_SCALE = NumberTexts.LARGEST_EXPONENT;

    private Arithmetic() {}

    public static Value add(Value a, Value b) {
        if (a instanceof LongNumber x && b instanceof LongNumber y) {
            long sum = x.value() + y.value();
            if (((x.value() ^ sum) & (y.value() ^ sum)) >= 0) {
                return LongNumber.of(sum);
            }
        }
        if (a instanceof NumberValue x && b instanceof NumberValue y) {
            return number(x.decimal().add(y.decimal()));
        }
        return switch (a) {
            case TemporalValue t when b instanceof PeriodValue p -> Temporals.plus(t, p);
            case PeriodValue p when b instanceof TemporalValue t -> Temporals.plus(t, p);
            case PeriodValue p when b instanceof PeriodValue q -> Temporals.sum(p, q);
            case ArrayValue array -> Concatenation.append(array, b);
            case ObjectValue object when b instanceof ObjectValue more -> Concatenation.objects(object, more);
            case TemporalValue t
            when b instanceof StringValue s && TemporalTexts.period(s.text()) instanceof PeriodValue p ->
                Temporals.plus(t, p);
            default -> add(numeric("+", a, a, b), numeric("+", b, a, b));
        };
    }

    public static Value subtract(Value a, Value b) {
        if (a instanceof LongNumber x && b instanceof LongNumber y) {
            long difference = x.value() - y.value();
            if (((x.value() ^ y.value()) & (x.value() ^ difference)) >= 0) {
                return LongNumber.of(difference);
            }
        }
        if (a instanceof NumberValue x && b instanceof NumberValue y) {
            return number(x.decimal().subtract(y.decimal()));
        }
        return switch (a) {
            case TemporalValue t when b instanceof PeriodValue p -> Temporals.plus(t, Temporals.negate(p));
            case PeriodValue p when b instanceof TemporalValue t -> Temporals.plus(t, Temporals.negate(p));
            case PeriodValue p when b instanceof PeriodValue q -> Temporals.sum(p, Temporals.negate(q));
            case TemporalValue t
            when b instanceof TemporalValue u -> {
                Value between = Temporals.minus(t, u);
                if (between == null) {
                    throw Errors.operands("-", a, b);
                }
                yield between;
            }
            case ArrayValue array -> Removal.item(array, b);
            case ObjectValue object -> Removal.key(object, b);
            case TemporalValue t
            when b instanceof StringValue s && TemporalTexts.period(s.text()) instanceof PeriodValue p ->
                Temporals.plus(t, Temporals.negate(p));
            default -> subtract(numeric("-", a, a, b), numeric("-", b, a, b));
        };
    }

    public static Value multiply(Value a, Value b) {
        if (a instanceof LongNumber x && b instanceof LongNumber y) {
            long high = Math.multiplyHigh(x.value(), y.value());
            long low = x.value() * y.value();
            if (high == 0 && low >= 0 || high == -1 && low < 0) {
                return LongNumber.of(low);
            }
        }
        if (a instanceof NumberValue x && b instanceof NumberValue y) {
            return number(x.decimal().multiply(y.decimal()));
        }
        if (a instanceof PeriodValue p && b instanceof NumberValue n) {
            return scale(p, n);
        }
        if (a instanceof NumberValue n && b instanceof PeriodValue p) {
            return scale(p, n);
        }
        return multiply(numeric("*", a, a, b), numeric("*", b, a, b));
    }

    public static Value divide(Value a, Value b) {
        NumberValue x = a instanceof NumberValue n ? n : numeric("/", a, a, b);
        NumberValue y = b instanceof NumberValue n ? n : numeric("/", b, a, b);
        if (y.decimal().signum() == 0) {
            throw EvaluationException.of("DIVISION-BY-ZERO", "division of " + Texts.of(x) + " by zero", "");
        }
        if (x instanceof LongNumber p && y instanceof LongNumber q && p.value() % q.value() == 0 && q.value() != -1) {
            return LongNumber.of(p.value() / q.value());
        }
        BigDecimal left = x.decimal();
        BigDecimal right = y.decimal();
        return number(left.divide(right, MathContext.DECIMAL128));
    }

    public static Value mod(NumberValue a, NumberValue b) {
        if (a instanceof LongNumber x && b instanceof LongNumber y && y.value() != 0) {
            return LongNumber.of(x.value() % y.value());
        }
        if (b.decimal().signum() == 0) {
            throw EvaluationException.of("DIVISION-BY-ZERO", Texts.of(a) + " mod zero has no result", "");
        }
        return number(a.decimal().remainder(b.decimal()));
    }

    public static Value negate(Value a) {
        return switch (a) {
            case LongNumber n when n.value() != Long.MIN_VALUE -> LongNumber.of(-n.value());
            case NumberValue n -> number(n.decimal().negate());
            case PeriodValue p -> Temporals.negate(p);
            default -> {
                Value number = Coercions.orNull(a, Type.NUMBER);
                if (number == null) {
                    throw Errors.cannotCoerce(a, "Number");
                }
                yield negate(number);
            }
        };
    }

    /** {@code >>}: a date in another zone; an array or object with the right part appended at the end. */
    public static Value shiftRight(Value a, Value b) {
        if (a instanceof TemporalValue t && !(b instanceof ArrayValue)) {
            Value moved = Temporals.inZone(t, zone(b));
            if (moved != null) {
                return moved;
            }
        }
        if (b instanceof ArrayValue array) {
            return Concatenation.prepend(a, array);
        }
        throw Errors.operands(">>", a, b);
    }

    /** {@code <<}: an array with one more item. */
    public static Value shiftLeft(Value a, Value b) {
        if (a instanceof ArrayValue array) {
            return Concatenation.append(array, b);
        }
        if (b instanceof TemporalValue t) {
            Value moved = Temporals.inZone(t, zone(a));
            if (moved != null) {
                return moved;
            }
        }
        throw Errors.operands("<<", a, b);
    }

    /** The number in its fast form when it fits. */
    public static NumberValue number(BigDecimal decimal) {
        requireDigits(Math.abs((long) decimal.scale()));
        requireDigits(decimal.precision());
        if (decimal.scale() <= 0
                ? decimal.precision() - decimal.scale() <= 18
                : decimal.stripTrailingZeros().scale() <= 0 && decimal.precision() - decimal.scale() <= 18) {
            return LongNumber.of(decimal.longValue());
        }
        return NumberValue.of(decimal);
    }

    /** @throws EvaluationException when a number would have too many digits, or zeros behind or in front of them */
    public static void requireDigits(long digits) {
        if (digits > LARGEST_SCALE) {
            throw EvaluationException.capacity(
                    "TOO-LARGE",
                    "the result has more digits than numbers may have",
                    "numbers have up to " + LARGEST_SCALE + " digits");
        }
    }

    private static ZoneId zone(Value value) {
        return value instanceof ZoneValue z
                ? z.zone()
                : ((ZoneValue) Coercions.coerce(value, new Type.Simple(Type.Kind.TIME_ZONE, Schema.NONE))).zone();
    }

    /** A period several times; with a fraction only where there are no days, months and years, whose lengths differ. */
    private static Value scale(PeriodValue p, NumberValue n) {
        try {
            if (n.isWhole()) {
                long factor = n.decimal().longValueExact();
                return new PeriodValue(
                        p.period().multipliedBy(Math.toIntExact(p.period().isZero() ? 0 : factor)),
                        p.duration().multipliedBy(factor),
                        p.timed(),
                        Schema.NONE);
            }
            if (!p.period().isZero()) {
                throw Errors.operands("*", p, n);
            }
            BigDecimal nanos = BigDecimal.valueOf(p.duration().getSeconds())
                    .movePointRight(9)
                    .add(BigDecimal.valueOf(p.duration().getNano()))
                    .multiply(n.decimal());
            BigDecimal[] parts = nanos.divideAndRemainder(BigDecimal.valueOf(1_000_000_000));
            return PeriodValue.of(Duration.ofSeconds(parts[0].longValueExact(), parts[1].longValue()));
        } catch (ArithmeticException e) {
            throw Temporals.beyond();
        }
    }

    private static NumberValue numeric(String operator, Value value, Value a, Value b) {
        @Nullable
        Value number = value instanceof NumberValue
                ? value
                : value instanceof StringValue || value instanceof Key ? Coercions.orNull(value, Type.NUMBER) : null;
        if (number instanceof NumberValue n && !(value instanceof NullValue)) {
            return n;
        }
        throw Errors.operands(operator, a, b);
    }
}
