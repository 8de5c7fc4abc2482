package dev.hinny.lang.formats.json;

import dev.hinny.lang.engine.format.FormatContext;

/** What the JSON writer was told. */
record JsonOptions(
        boolean skipNullInArrays, boolean skipNullInObjects, boolean duplicateKeyAsArray, boolean attributes) {
    static JsonOptions of(FormatContext context) {
        String skip = context.text("skipNullOn", "");
        boolean everywhere = skip.equalsIgnoreCase("everywhere");
        return new JsonOptions(
                everywhere || skip.equalsIgnoreCase("arrays"),
                everywhere || skip.equalsIgnoreCase("objects"),
                context.flag("duplicateKeyAsArray", false),
                context.flag("writeAttributes", false));
    }
}
