package dev.hinny.lang.front;

/** Operators with two operands that are not functions; a higher strength binds tighter. */
public enum BinaryOperator {
    OR("or", 20),
    AND("and", 30),
    EQUAL("==", 40),
    NOT_EQUAL("!=", 40),
    SIMILAR("~=", 40),
    LESS("<", 50),
    LESS_OR_EQUAL("<=", 50),
    GREATER(">", 50),
    GREATER_OR_EQUAL(">=", 50),
    PLUS("+", 60),
    MINUS("-", 60),
    SHIFT_RIGHT(">>", 60),
    SHIFT_LEFT("<<", 60),
    TIMES("*", 80),
    DIVIDE("/", 80),
    /** {@code value <~ metadata}: as loose as a function in infix position. */
    WITH_METADATA("<~", 10);

    private final String symbol;
    private final int strength;

    BinaryOperator(String symbol, int strength) {
        this.symbol = symbol;
        this.strength = strength;
    }

    public String symbol() {
        return symbol;
    }

    int strength() {
        return strength;
    }
}
