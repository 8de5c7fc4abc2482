package dev.hinny.lang.front;

/** Operators with one operand; {@code !} and {@code not} are one operator, they differ only in how far they reach. */
public enum UnaryOperator {
    MINUS("-"),
    NOT("!");

    private final String symbol;

    UnaryOperator(String symbol) {
        this.symbol = symbol;
    }

    public String symbol() {
        return symbol;
    }
}
