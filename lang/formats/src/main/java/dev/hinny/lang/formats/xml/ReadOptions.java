package dev.hinny.lang.formats.xml;

import dev.hinny.base.Problem;
import dev.hinny.lang.engine.format.FormatContext;
import dev.hinny.lang.engine.format.FormatException;
import java.util.List;
import java.util.Locale;

/**
 * What the XML reader was told.
 *
 * @param collectionPath names from the root to the element whose children are read one by one; empty for the root itself
 * @param maximumAttribute -1 for no limit
 */
record ReadOptions(
        NullOn nullOn,
        boolean streaming,
        List<String> collectionPath,
        boolean supportDtd,
        boolean externalEntities,
        int maximumEntities,
        int maximumAttribute) {
    /** Which elements without children read as null. */
    enum NullOn {
        NONE,
        EMPTY,
        BLANK
    }

    static ReadOptions of(FormatContext context) {
        String path = context.text("collectionPath", "");
        return new ReadOptions(
                nullOn(context.text("nullValueOn", "blank")),
                context.flag("streaming", false) || !path.isEmpty(),
                path.isEmpty() ? List.of() : List.of(path.split("\\.")),
                context.flag("supportDtd", false),
                context.flag("externalEntities", false),
                context.number("maxEntityCount", 1),
                context.number("maxAttributeSize", -1));
    }

    private static NullOn nullOn(String text) {
        return switch (text.toLowerCase(Locale.ROOT)) {
            case "none" -> NullOn.NONE;
            case "empty" -> NullOn.EMPTY;
            case "blank" -> NullOn.BLANK;
            default ->
                throw new FormatException(Problem.error(
                        "BAD-OPTION",
                        null,
                        "nullValueOn is '" + text + "', and may be blank, empty or none",
                        "for example nullValueOn=\"empty\""));
        };
    }

    /** Whether an element without any text is null. */
    boolean nullsEmpty() {
        return nullOn != NullOn.NONE;
    }

    boolean isNull(byte[] source, int from, int to, boolean coded) {
        return switch (nullOn) {
            case NONE -> false;
            case EMPTY -> coded ? TextDecoder.isEmpty(source, from, to) : from == to;
            case BLANK -> coded ? TextDecoder.isBlank(source, from, to) : Bytes.isBlank(source, from, to);
        };
    }
}
