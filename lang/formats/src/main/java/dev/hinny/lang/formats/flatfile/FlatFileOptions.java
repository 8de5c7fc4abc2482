package dev.hinny.lang.formats.flatfile;

import dev.hinny.base.Suggestion;
import dev.hinny.lang.engine.format.FormatContext;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** What the reader and the writer of flat files were told besides the schema. */
record FlatFileOptions(
        Parsing parsing,
        boolean lenientBeforeBytes,
        Missing missing,
        boolean enforceRequires,
        boolean retainEmptyText,
        boolean truncates,
        boolean fillsWithoutSubject,
        boolean fillsRedefinitions,
        boolean zonedStrict,
        boolean trims,
        String terminator) {
    /** How records are told apart. */
    enum Parsing {
        STRICT,
        LENIENT,
        NOTERMINATOR,
        SINGLERECORD
    }

    /** What stands for a value that is missing. */
    enum Missing {
        /** Nothing does. */
        NONE,
        SPACES,
        ZEROES,
        NULLS,
        /** Spaces, or bytes of 0: what a copybook's record may hold. */
        SPACES_OR_NULLS
    }

    static FlatFileOptions of(FormatContext context, Layout.Form form) {
        return new FlatFileOptions(
                Parsing.valueOf(choice(
                                "recordParsing",
                                context.text("recordParsing", "strict"),
                                "strict",
                                "lenient",
                                "noTerminator",
                                "singleRecord")
                        .toUpperCase(Locale.ROOT)),
                context.flag("allowLenientWithBinaryNotEndElement", false),
                missing(context, form),
                context.flag("enforceRequires", false),
                context.flag("retainEmptyStringFieldsOnParsing", false),
                context.flag("truncateDependingOn", false),
                context.flag("notTruncateDependingOnSubjectNotPresent", false),
                context.flag("fillRedefinesByMaxLength", true),
                context.flag("zonedDecimalStrict", false),
                context.flag("trimValues", false),
                switch (choice(
                        "recordTerminator", context.text("recordTerminator", "lf"), "lf", "cr", "crlf", "none")) {
                    case "cr" -> "\r";
                    case "crlf" -> "\r\n";
                    case "none" -> "";
                    default -> "\n";
                });
    }

    /** Without {@code useMissCharAsDefaultForFill} the property {@code missingValues} has no effect, as documented. */
    private static Missing missing(FormatContext context, Layout.Form form) {
        boolean copybook = form == Layout.Form.COPYBOOK;
        String otherwise = copybook ? "nulls" : "spaces";
        String wanted =
                choice("missingValues", context.text("missingValues", otherwise), "none", "spaces", "zeroes", "nulls");
        if (context.flag("useMissCharAsDefaultForFill", false)) {
            return Missing.valueOf(wanted.toUpperCase(Locale.ROOT));
        }
        return copybook ? Missing.SPACES_OR_NULLS : Missing.SPACES;
    }

    private static String choice(String option, String text, String... known) {
        return Arrays.stream(known)
                .filter(k -> k.equalsIgnoreCase(text.strip()))
                .findFirst()
                .orElseThrow(() -> Faults.option(
                        "'" + option + "' must be one of " + String.join(", ", known) + ", found '" + text + "'",
                        Suggestion.didYouMean(text, List.of(known), "")));
    }
}
