package dev.hinny.lang.formats.xml;

import dev.hinny.lang.engine.format.FormatOption;
import dev.hinny.lang.engine.format.FormatOption.Use;
import dev.hinny.lang.engine.value.BooleanValue;
import dev.hinny.lang.engine.value.NullValue;
import dev.hinny.lang.engine.value.NumberValue;
import dev.hinny.lang.engine.value.StringValue;
import dev.hinny.lang.engine.value.Value;
import dev.hinny.lang.formats.StandardOptions;
import java.util.List;

/** What may stand behind {@code application/xml} in {@code input} and {@code output}. */
final class XmlProperties {
    static final List<FormatOption> ALL = List.of(
            read(
                    "nullValueOn",
                    StringValue.of("blank"),
                    "Which elements without children are null: blank, empty, none."),
            read("streaming", BooleanValue.FALSE, "Read the items of a collection one by one, and keep none."),
            read("collectionPath", NullValue.NULL, "Names from the root to the element whose children are the items."),
            read("supportDtd", BooleanValue.FALSE, "Replace references to entities of the document type."),
            read("externalEntities", BooleanValue.FALSE, "Read entities outside the document; needs supportDtd."),
            read("maxEntityCount", NumberValue.of(1), "Number of entity references that may be replaced."),
            read("maxAttributeSize", NumberValue.of(-1), "Characters an attribute may have, -1 for no limit."),
            read("indexedReader", BooleanValue.TRUE, "Accepted: documents are indexed either way."),
            read("optimizeFor", StringValue.of("speed"), "Accepted: one index serves both, speed and memory."),
            write("indent", BooleanValue.TRUE, "Write one element a line."),
            write("writeDeclaration", BooleanValue.TRUE, "Begin with the XML declaration."),
            write("doubleQuoteInDeclaration", BooleanValue.FALSE, "Use double quotes in the declaration."),
            write("encoding", StringValue.of("UTF-8"), "Character encoding."),
            write("inlineCloseOn", StringValue.of("empty"), "Which elements close themselves: empty, none."),
            write("skipNullOn", NullValue.NULL, "Leave out nulls: elements, attributes, everywhere."),
            write("writeNilOnNull", BooleanValue.FALSE, "Mark null elements with xsi:nil."),
            write("defaultNamespace", NullValue.NULL, "URI of the namespace of elements that have none."),
            write("writeDeclaredNamespaces", NullValue.NULL, "Namespaces for the root: All, ids:a,b or regex:text."),
            write("escapeCR", BooleanValue.FALSE, "Write carriage returns as references."),
            write("escapeGT", BooleanValue.FALSE, "Write > as a reference."),
            write("onInvalidChar", NullValue.NULL, "Characters XML cannot hold: base64, ignore, none; else an error."),
            StandardOptions.BUFFER_SIZE,
            StandardOptions.DEFERRED);

    private XmlProperties() {}

    private static FormatOption read(String name, Value value, String description) {
        return new FormatOption(name, Use.READ, value, description);
    }

    private static FormatOption write(String name, Value value, String description) {
        return new FormatOption(name, Use.WRITE, value, description);
    }
}
