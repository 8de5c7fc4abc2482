package dev.hinny.lang.formats.xml;

import dev.hinny.lang.engine.format.FormatContext;

/** What the XML writer was told. */
record XmlOptions(
        boolean indent,
        boolean declaration,
        boolean doubleQuotes,
        boolean selfClose,
        boolean skipNullElements,
        boolean skipNullAttributes,
        boolean nil,
        boolean escapeCarriageReturn,
        boolean escapeGreaterThan,
        String encoding) {
    static XmlOptions of(FormatContext context) {
        String skip = context.text("skipNullOn", "");
        boolean everywhere = skip.equalsIgnoreCase("everywhere");
        return new XmlOptions(
                context.flag("indent", true),
                context.flag("writeDeclaration", true),
                context.flag("doubleQuoteInDeclaration", false),
                !context.text("inlineCloseOn", "empty").equalsIgnoreCase("none"),
                everywhere || skip.equalsIgnoreCase("elements"),
                everywhere || skip.equalsIgnoreCase("attributes"),
                context.flag("writeNilOnNull", false),
                context.flag("escapeCR", false),
                context.flag("escapeGT", false),
                context.charset().name());
    }
}
