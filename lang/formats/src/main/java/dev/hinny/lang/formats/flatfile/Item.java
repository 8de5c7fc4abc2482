package dev.hinny.lang.formats.flatfile;

import dev.hinny.lang.engine.value.Key;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A part of a record. Lengths are characters, or bytes where a character is one. */
sealed interface Item {
    /** What it is called in a value; null for what no value shows. */
    @Nullable
    Key key();

    Usage usage();

    /** How often it follows itself, at most where {@link #control} says how often. */
    int count();

    /** Dotted name of the field that says how often it follows itself. */
    @Nullable
    String control();

    /** Length of one occurrence. */
    int length();

    default int space() {
        return length() * count();
    }

    default String label() {
        Key key = key();
        return key == null ? "FILLER" : key.name();
    }

    /** Whether a part must, may or must not have a value. */
    enum Usage {
        MANDATORY,
        OPTIONAL,
        UNUSED
    }

    /**
     * A field.
     *
     * @param tagValue what it holds in every record of its kind
     */
    record Element(
            @Nullable Key key,
            Usage usage,
            int count,
            @Nullable String control,
            FieldType type,
            int length,
            FieldFormat format,
            @Nullable String tagValue)
            implements Item {}

    /** Fields that belong together. */
    record Composite(
            @Nullable Key key,
            Usage usage,
            int count,
            @Nullable String control,
            List<Item> items,
            int length) implements Item {}

    /** Several descriptions of the same place. */
    record Choice(Key key, List<Item> items, int length) implements Item {
        @Override
        public Usage usage() {
            return Usage.OPTIONAL;
        }

        @Override
        public int count() {
            return 1;
        }

        @Override
        public @Nullable String control() {
            return null;
        }
    }
}
