package dev.hinny.lang.formats.json;

import dev.hinny.lang.engine.format.FormatContext;

/** What the JSON writer was told. */
record JsonOptions(
        boolean indent,
        boolean skipNullInArrays,
        boolean skipNullInObjects,
        boolean duplicateKeyAsArray,
        boolean attributes,
        int bufferSize) {
    static JsonOptions of(FormatContext context) {
        String skip = context.choice("skipNullOn", "arrays", "objects", "everywhere");
        boolean everywhere = skip.equals("everywhere");
        return new JsonOptions(
                context.flag("indent", true),
                everywhere || skip.equals("arrays"),
                everywhere || skip.equals("objects"),
                context.flag("duplicateKeyAsArray", false),
                context.flag("writeAttributes", false),
                context.number("bufferSize", JsonOutput.BUFFER));
    }
}
