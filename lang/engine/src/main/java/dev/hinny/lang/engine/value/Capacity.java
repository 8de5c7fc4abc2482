package dev.hinny.lang.engine.value;

import dev.hinny.lang.engine.EvaluationException;

/** The most that a script may hold of one thing: a share of the memory, so that it ends before the memory does. */
public final class Capacity {
    private static final long MEMORY = Runtime.getRuntime().maxMemory();

    /** The most characters of one text. */
    public static final int CHARACTERS = (int) Math.clamp(MEMORY / 5, 1_000_000, 100_000_000);

    /** The most items of an array, or pairs of an object, that operators and functions make. */
    public static final int ITEMS = (int) Math.clamp(MEMORY / 32, 1_000_000, 100_000_000);

    /** The most items of {@code [head ~ tail]} that are gone through, each of which stays in memory. */
    public static final int LINKS = (int) Math.clamp(MEMORY / 512, 100_000, 10_000_000);

    private Capacity() {}

    /** @throws EvaluationException when a text would have too many characters */
    public static void text(long characters) {
        if (characters > CHARACTERS) {
            throw EvaluationException.capacity(
                    "TOO-LONG",
                    "the text would have " + characters + " characters or more",
                    "texts are made up to " + CHARACTERS + " characters with this memory");
        }
    }

    /** @throws EvaluationException when an array or object would have too many items */
    public static void items(long items) {
        if (items > ITEMS) {
            throw EvaluationException.capacity(
                    "TOO-MANY",
                    "the array or object would have " + items + " items or more",
                    "up to " + ITEMS
                            + " are held together with this memory; go through them with map, filter or reduce");
        }
    }

    /** @throws EvaluationException when a chain of heads and tails does not end */
    static void links(long links) {
        if (links > LINKS) {
            throw EvaluationException.capacity(
                    "TOO-MANY",
                    "an array or object of heads and tails has more than " + LINKS + " items",
                    "end it, or take only its first items");
        }
    }
}
