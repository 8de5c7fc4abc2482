package dev.hinny.lang.formats.xml;

import com.fasterxml.aalto.stax.InputFactoryImpl;
import dev.hinny.base.MediaType;
import dev.hinny.base.Problem;
import dev.hinny.base.SourceSpan;
import dev.hinny.lang.engine.format.ByteSource;
import dev.hinny.lang.engine.format.Format;
import dev.hinny.lang.engine.format.FormatContext;
import dev.hinny.lang.engine.format.FormatException;
import dev.hinny.lang.engine.format.FormatOption;
import dev.hinny.lang.engine.format.FormatOption.Use;
import dev.hinny.lang.engine.value.BooleanValue;
import dev.hinny.lang.engine.value.NullValue;
import dev.hinny.lang.engine.value.StringValue;
import dev.hinny.lang.engine.value.Value;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.util.List;
import java.util.Map;
import javax.xml.stream.Location;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** XML: elements are keys with namespace and attributes; document types and external entities are never resolved. */
public final class XmlFormat implements Format {
    private static final XMLInputFactory INPUT = input();

    private static XMLInputFactory input() {
        XMLInputFactory factory = new InputFactoryImpl();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, false);
        return factory;
    }

    @Override
    public String id() {
        return "xml";
    }

    @Override
    public List<MediaType> mediaTypes() {
        return List.of(MediaType.XML, new MediaType("text", "xml", Map.of()));
    }

    @Override
    public List<String> extensions() {
        return List.of("xml");
    }

    @Override
    public List<FormatOption> options() {
        return List.of(
                new FormatOption(
                        "nullValueOn",
                        Use.READ,
                        StringValue.of("blank"),
                        "Which elements are null: empty, blank, none."),
                new FormatOption("indexedReader", Use.READ, BooleanValue.TRUE, "Accepted; this reader has one mode."),
                new FormatOption("streaming", Use.READ, BooleanValue.FALSE, "Read while the script uses the document."),
                new FormatOption("supportDtd", Use.READ, BooleanValue.FALSE, "Document types are never supported."),
                new FormatOption("externalEntities", Use.READ, BooleanValue.FALSE, "External entities are never read."),
                new FormatOption("indent", Use.WRITE, BooleanValue.TRUE, "Write one element a line."),
                new FormatOption("writeDeclaration", Use.WRITE, BooleanValue.TRUE, "Begin with the XML declaration."),
                new FormatOption(
                        "inlineCloseOn",
                        Use.WRITE,
                        StringValue.of("empty"),
                        "Which elements close themselves: empty, none."),
                new FormatOption(
                        "skipNullOn", Use.WRITE, NullValue.NULL, "Leave out nulls: elements, attributes, everywhere."),
                new FormatOption("writeNilOnNull", Use.WRITE, BooleanValue.FALSE, "Mark null elements with xsi:nil."),
                new FormatOption(
                        "doubleQuoteInDeclaration",
                        Use.WRITE,
                        BooleanValue.FALSE,
                        "Use double quotes in the declaration."),
                new FormatOption("escapeCR", Use.WRITE, BooleanValue.FALSE, "Write carriage returns as references."),
                new FormatOption("escapeGT", Use.WRITE, BooleanValue.FALSE, "Write > as a reference."),
                new FormatOption("encoding", Use.WRITE, StringValue.of("UTF-8"), "Character encoding."));
    }

    @Override
    public Value read(ByteSource source, FormatContext context) {
        try (InputStream in = source.open()) {
            XMLStreamReader reader = context.mediaType().charset().isPresent()
                    ? INPUT.createXMLStreamReader(in, context.charset().name())
                    : INPUT.createXMLStreamReader(in);
            return new XmlReader(reader, context.text("nullValueOn", "blank")).document();
        } catch (XMLStreamException e) {
            throw bad(e, context.name());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static FormatException bad(XMLStreamException e, String name) {
        Location at = e.getLocation();
        int line = at == null ? 1 : Math.max(1, at.getLineNumber());
        int column = at == null ? 1 : Math.max(1, at.getColumnNumber());
        String message = String.valueOf(e.getMessage());
        int cut = message.indexOf("\n at [");
        return new FormatException(
                Problem.error(
                        "BAD-XML",
                        new SourceSpan(name, line, column, line, column, 0, 0),
                        "no well-formed XML: " + (cut < 0 ? message : message.substring(0, cut)),
                        "check the document there"),
                e);
    }

    @Override
    public void write(Value value, OutputStream out, FormatContext context) throws IOException {
        Writer writer = new BufferedWriter(new OutputStreamWriter(out, context.charset()));
        new XmlWriter(writer, XmlOptions.of(context)).document(value);
        writer.flush();
    }
}
