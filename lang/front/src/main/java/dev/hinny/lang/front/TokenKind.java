package dev.hinny.lang.front;

/** The kinds of tokens; those with a symbol are listed so that a longer symbol stands before its own beginning. */
enum TokenKind {
    END(""),
    WORD(""),
    NUMBER(""),
    /** An opening quote; the string parser reads on from it. */
    QUOTE(""),
    /** One or more dollar signs. */
    DOLLARS(""),
    UNKNOWN(""),
    UNDEFINED("???"),
    SEPARATOR("---"),
    MINUS_MINUS("--"),
    PLUS_PLUS("++"),
    ARROW("->"),
    FAT_ARROW("=>"),
    EQUAL("=="),
    NOT_EQUAL("!="),
    SIMILAR("~="),
    WITH_METADATA("<~"),
    SUBTYPE("<:"),
    SHIFT_LEFT("<<"),
    SHIFT_RIGHT(">>"),
    LESS_OR_EQUAL("<="),
    GREATER_OR_EQUAL(">="),
    DOUBLE_COLON("::"),
    DOUBLE_DOT(".."),
    LEFT_PAREN("("),
    RIGHT_PAREN(")"),
    LEFT_BRACKET("["),
    RIGHT_BRACKET("]"),
    LEFT_BRACE("{"),
    RIGHT_BRACE("}"),
    COMMA(","),
    COLON(":"),
    DOT("."),
    PLUS("+"),
    MINUS("-"),
    STAR("*"),
    SLASH("/"),
    LESS("<"),
    GREATER(">"),
    ASSIGN("="),
    BANG("!"),
    QUESTION("?"),
    TILDE("~"),
    AT("@"),
    HASH("#"),
    CARET("^"),
    AMPERSAND("&"),
    BAR("|"),
    PERCENT("%");

    private final String symbol;

    TokenKind(String symbol) {
        this.symbol = symbol;
    }

    String symbol() {
        return symbol;
    }
}
