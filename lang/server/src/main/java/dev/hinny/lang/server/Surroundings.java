package dev.hinny.lang.server;

import java.util.ArrayDeque;
import java.util.Deque;

/** Whether a place in a text, half-written as it may be, lies in a comment or in the text of a string. */
final class Surroundings {
    private final String text;
    private final int end;
    /** The quotes of the strings around the current place, and a bracket for each one open in an interpolation. */
    private final Deque<Character> open = new ArrayDeque<>();

    private Surroundings(String text, int end) {
        this.text = text;
        this.end = end;
    }

    static boolean isProse(String text, int offset) {
        return new Surroundings(text, offset).isProse();
    }

    private boolean isProse() {
        int i = 0;
        while (i < end) {
            Character around = open.peek();
            if (around != null && around != '(') {
                i = inString(i, around);
            } else if (text.startsWith("//", i)) {
                int line = text.indexOf('\n', i);
                if (line < 0 || line >= end) {
                    return true;
                }
                i = line;
            } else if (text.startsWith("/*", i)) {
                int close = text.indexOf("*/", i + 2);
                if (close < 0 || close >= end) {
                    return true;
                }
                i = close + 2;
            } else {
                i = inCode(i);
            }
        }
        return !open.isEmpty() && open.peek() != '(';
    }

    private int inString(int at, char quote) {
        char c = text.charAt(at);
        if (c == '\\') {
            return at + 2;
        }
        if (c == quote) {
            open.pop();
        } else if (text.startsWith("$(", at)) {
            open.push('(');
            return at + 2;
        }
        return at + 1;
    }

    private int inCode(int at) {
        char c = text.charAt(at);
        if (c == '"' || c == '\'' || c == '`') {
            open.push(c);
        } else if (c == '(' && !open.isEmpty()) {
            open.push('(');
        } else if (c == ')' && !open.isEmpty()) {
            open.pop();
        } else if (c == '/' && beginsRegex(at)) {
            int close = at + 1;
            while (close < end && text.charAt(close) != '/' && text.charAt(close) != '\n') {
                close += text.charAt(close) == '\\' ? 2 : 1;
            }
            return close + 1;
        }
        return at + 1;
    }

    /** A division has an operand before it; a word there may be the infix function that takes the expression. */
    private boolean beginsRegex(int at) {
        int before = at - 1;
        while (before >= 0 && (text.charAt(before) == ' ' || text.charAt(before) == '\t')) {
            before--;
        }
        if (before < 0 || "(,=:[{>\n".indexOf(text.charAt(before)) >= 0) {
            return true;
        }
        int start = before + 1;
        while (start > 0 && Character.isLetter(text.charAt(start - 1))) {
            start--;
        }
        return switch (text.substring(start, before + 1)) {
            case "matches", "match", "scan", "replace", "splitBy", "find", "contains", "case" -> true;
            default -> false;
        };
    }
}
