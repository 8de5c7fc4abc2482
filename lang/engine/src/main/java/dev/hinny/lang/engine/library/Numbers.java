package dev.hinny.lang.engine.library;

import static dev.hinny.lang.engine.library.Args.number;

import dev.hinny.lang.engine.EvaluationException;
import dev.hinny.lang.engine.operation.Arithmetic;
import dev.hinny.lang.engine.operation.Errors;
import dev.hinny.lang.engine.operation.Renderings;
import dev.hinny.lang.engine.operation.Texts;
import dev.hinny.lang.engine.value.BooleanValue;
import dev.hinny.lang.engine.value.LongNumber;
import dev.hinny.lang.engine.value.NullValue;
import dev.hinny.lang.engine.value.NumberValue;
import dev.hinny.lang.engine.value.StringValue;
import dev.hinny.lang.engine.value.Value;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.DoubleUnaryOperator;
import org.jspecify.annotations.Nullable;

/** Numbers. */
final class Numbers implements NativeFamily {
    private static final BigDecimal PI = new BigDecimal("3.14159265358979323846");
    private static final BigDecimal HALF_TURN = BigDecimal.valueOf(180);

    @Override
    public String name() {
        return "numbers";
    }

    @Override
    public @Nullable NativeFunction find(String name) {
        return switch (name) {
            case "abs" ->
                a -> a[0] instanceof LongNumber n && n.value() >= 0
                        ? n
                        : Arithmetic.number(number(a[0]).decimal().abs());
            case "ceil" -> a -> round(number(a[0]), RoundingMode.CEILING);
            case "floor" -> a -> round(number(a[0]), RoundingMode.FLOOR);
            case "round" -> a -> round(number(a[0]), RoundingMode.HALF_UP);
            case "mod" -> a -> Arithmetic.mod(number(a[0]), number(a[1]));
            case "pow" -> a -> pow(number(a[0]), number(a[1]));
            case "sqrt" -> a -> real("sqrt", number(a[0]), Math::sqrt);
            case "isEven" ->
                a -> BooleanValue.of(
                        number(a[0]).decimal().remainder(BigDecimal.TWO).signum() == 0);
            case "isOdd" ->
                a -> BooleanValue.of(
                        number(a[0]).decimal().remainder(BigDecimal.TWO).signum() != 0);
            case "isInteger" -> a -> BooleanValue.of(number(a[0]).isWhole());
            case "isDecimal" -> a -> BooleanValue.of(!number(a[0]).isWhole());
            case "random" ->
                a -> NumberValue.of(
                        BigDecimal.valueOf(ThreadLocalRandom.current().nextDouble()));
            case "randomInt" ->
                a -> NumberValue.of(ThreadLocalRandom.current()
                        .nextLong(Math.max(1, number(a[0]).longValue())));
            case "toRadix" ->
                a -> StringValue.of(
                        number(a[0]).decimal().toBigInteger().toString(radix("toRadixNumber", Args.whole(a[1]))));
            case "fromRadix" -> a -> fromRadix(Args.text(a[0]), Args.whole(a[1]));
            case "sin" -> a -> real("sin", number(a[0]), Math::sin);
            case "cos" -> a -> real("cos", number(a[0]), Math::cos);
            case "tan" -> a -> real("tan", number(a[0]), Math::tan);
            case "asin" -> a -> real("asin", number(a[0]), Math::asin);
            case "acos" -> a -> real("acos", number(a[0]), Math::acos);
            case "atan" -> a -> real("atan", number(a[0]), Math::atan);
            case "log10" -> a -> real("log10", number(a[0]), Math::log10);
            case "logn" -> a -> real("logn", number(a[0]), Math::log);
            case "toDegrees" ->
                a -> Arithmetic.number(
                        number(a[0]).decimal().multiply(HALF_TURN).divide(PI, MathContext.DECIMAL128));
            case "toRadians" ->
                a -> Arithmetic.number(number(a[0])
                        .decimal()
                        .divide(HALF_TURN, MathContext.DECIMAL128)
                        .multiply(PI, MathContext.DECIMAL128));
            default -> null;
        };
    }

    private static Value round(NumberValue number, RoundingMode mode) {
        return number instanceof LongNumber
                ? number
                : Arithmetic.number(number.decimal().setScale(0, mode));
    }

    private static Value pow(NumberValue base, NumberValue power) {
        if (power.isWhole() && Math.abs(power.longValue()) <= 9999) {
            int exponent = (int) power.longValue();
            if (exponent < 0 && base.decimal().signum() == 0) {
                throw EvaluationException.of("DIVISION-BY-ZERO", "zero has no power of " + exponent, "");
            }
            Arithmetic.requireDigits((long) base.decimal().precision() * Math.abs(exponent));
            Arithmetic.requireDigits(Math.abs((long) base.decimal().scale()) * Math.abs(exponent));
            return exponent >= 0
                    ? Arithmetic.number(base.decimal().pow(exponent))
                    : Arithmetic.number(BigDecimal.ONE.divide(base.decimal().pow(-exponent), MathContext.DECIMAL128));
        }
        return finite("pow", base, Math.pow(base.doubleValue(), power.doubleValue()));
    }

    private static Value real(String name, NumberValue number, DoubleUnaryOperator function) {
        return finite(name, number, function.applyAsDouble(number.doubleValue()));
    }

    /** A number that cannot be told is null, as everywhere where Java has NaN. */
    private static Value finite(String name, NumberValue number, double result) {
        if (Double.isInfinite(result)) {
            throw Errors.argument(name, "the result for " + Texts.plain(number.decimal()) + " is beyond all numbers");
        }
        return Double.isNaN(result) ? NullValue.NULL : Arithmetic.number(BigDecimal.valueOf(result));
    }

    private static int radix(String function, int radix) {
        if (radix < Character.MIN_RADIX || radix > Character.MAX_RADIX) {
            throw Errors.argument(function, radix + " is no radix; there are digits for 2 to 36");
        }
        return radix;
    }

    private static Value fromRadix(String text, int radix) {
        Arithmetic.requireDigits(text.length());
        try {
            return NumberValue.of(new BigInteger(text.strip(), radix("fromRadixNumber", radix)));
        } catch (NumberFormatException e) {
            throw Errors.argument(
                    "fromRadixNumber",
                    "'" + Renderings.brief(StringValue.of(text)) + "' is no number with radix " + radix);
        }
    }
}
