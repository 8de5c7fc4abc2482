package dev.hinny.runtime.engine.expression;

/** Texts cut for messages. */
final class Strings {
    private static final int BRIEF = 120;

    private Strings() {}

    static String brief(String text) {
        String line = text.strip().replaceAll("\\s+", " ");
        return line.length() <= BRIEF ? line : line.substring(0, BRIEF) + "…";
    }
}
