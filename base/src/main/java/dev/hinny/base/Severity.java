package dev.hinny.base;

/** How bad a problem is: an error prevents the use of what was read, a warning and an info do not. */
public enum Severity {
    ERROR,
    WARNING,
    INFO;

    /** The word that diagnostics print: {@code error}, {@code warning}, {@code info}. */
    public String word() {
        return name().toLowerCase(java.util.Locale.ROOT);
    }
}
