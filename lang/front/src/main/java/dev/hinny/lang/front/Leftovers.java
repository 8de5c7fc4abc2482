package dev.hinny.lang.front;

import java.util.Locale;
import java.util.Set;

/** Hints for what is left of version 1 of the language, and for what comes from other languages. */
final class Leftovers {
    /** How hints about version 1 begin. */
    static final String OLD = "version 1 wrote ";

    private static final Set<String> CONDITIONS = Set.of("when", "otherwise");

    private Leftovers() {}

    /** Whether the current word stands between operands only in version 1. */
    static boolean isInfix(Cursor cursor) {
        return CONDITIONS.contains(cursor.word());
    }

    /** The hint for the current token, which is not what stands there; empty where there is none. */
    static String hint(Cursor cursor, boolean betweenOperands) {
        return switch (cursor.kind()) {
            case WORD -> isInfix(cursor) ? OLD + "'a when c otherwise b'; write 'if (c) a else b'" : "";
            case FAT_ARROW -> "write '->' between the parameters of a function and its body";
            case PERCENT -> percent(cursor);
            case COLON -> colon(cursor);
            case AMPERSAND -> betweenOperands && cursor.peek().is(TokenKind.AMPERSAND) ? "write 'and'" : "";
            case BAR -> betweenOperands && cursor.peek().is(TokenKind.BAR) ? "write 'or'" : "";
            case ASSIGN -> betweenOperands ? "compare with '=='" : "";
            case QUESTION -> betweenOperands ? "there is no '? :'; write 'if (condition) a else b'" : "";
            case DOUBLE_DOT -> "write a range as 'a to b'";
            case UNKNOWN -> unknown(cursor.word());
            case END,
                    NUMBER,
                    QUOTE,
                    DOLLARS,
                    UNDEFINED,
                    SEPARATOR,
                    MINUS_MINUS,
                    PLUS_PLUS,
                    ARROW,
                    EQUAL,
                    NOT_EQUAL,
                    SIMILAR,
                    WITH_METADATA,
                    SUBTYPE,
                    SHIFT_LEFT,
                    SHIFT_RIGHT,
                    LESS_OR_EQUAL,
                    GREATER_OR_EQUAL,
                    DOUBLE_COLON,
                    LEFT_PAREN,
                    RIGHT_PAREN,
                    LEFT_BRACKET,
                    RIGHT_BRACKET,
                    LEFT_BRACE,
                    RIGHT_BRACE,
                    COMMA,
                    DOT,
                    PLUS,
                    MINUS,
                    STAR,
                    SLASH,
                    LESS,
                    GREATER,
                    BANG,
                    TILDE,
                    AT,
                    HASH,
                    CARET -> "";
        };
    }

    private static String percent(Cursor cursor) {
        Token next = cursor.peek();
        String word = next.is(TokenKind.WORD) ? cursor.text.substring(next.start(), next.end()) : "";
        return switch (word) {
            case "var", "output", "input", "type", "import" ->
                OLD + "'%" + word + "'; write '" + word + "' without '%'";
            case "function" -> OLD + "'%function f(x) body'; write 'fun f(x) = body'";
            case "namespace" -> OLD + "'%namespace p uri'; write 'ns p uri'";
            default -> "the remainder of a division is 'a mod b'";
        };
    }

    private static String colon(Cursor cursor) {
        Token next = cursor.peek();
        if (!next.is(TokenKind.WORD) || next.start() != cursor.current().end()) {
            return "";
        }
        String word = cursor.text.substring(next.start(), next.end());
        return OLD + "the type as ':" + word + "'; write '" + type(word) + "'";
    }

    /** The present name of a type of version 1. */
    static String type(String old) {
        return switch (old.toLowerCase(Locale.ROOT)) {
            case "datetime" -> "DateTime";
            case "localdatetime" -> "LocalDateTime";
            case "localtime" -> "LocalTime";
            case "timezone" -> "TimeZone";
            default -> Character.toUpperCase(old.charAt(0)) + old.substring(1);
        };
    }

    private static String unknown(String found) {
        return switch (found) {
            case "\u201C", "\u201D", "\u2018", "\u2019" -> "this is a typographic quote; write \" or '";
            case "\u2013", "\u2014" -> "this is a typographic dash; write '-'";
            case ";" -> "nothing separates directives but the end of the line; entries are separated by ','";
            default -> "";
        };
    }
}
