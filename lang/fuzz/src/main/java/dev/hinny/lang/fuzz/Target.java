package dev.hinny.lang.fuzz;

/** What is fuzzed: takes any bytes and throws only where a defect is. */
@FunctionalInterface
interface Target {
    void accept(byte[] input);

    /** The target of a name: {@code script} or the id of a format. */
    static Target named(String name) {
        return name.equals("script") ? new ScriptTarget() : new ReaderTarget(name);
    }
}
