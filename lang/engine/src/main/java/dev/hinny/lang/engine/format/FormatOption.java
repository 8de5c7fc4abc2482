package dev.hinny.lang.engine.format;

import dev.hinny.lang.engine.value.Value;

/**
 * A reader or writer property.
 *
 * @param defaultValue what holds when the script does not say
 * @param description one sentence
 */
public record FormatOption(String name, Use use, Value defaultValue, String description) {
    /** Which side knows the property. */
    public enum Use {
        READ,
        WRITE,
        BOTH
    }
}
