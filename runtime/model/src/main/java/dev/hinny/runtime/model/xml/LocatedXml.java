package dev.hinny.runtime.model.xml;

import com.ctc.wstx.api.WstxInputProperties;
import com.ctc.wstx.stax.WstxInputFactory;
import dev.hinny.base.Problem;
import dev.hinny.base.Problems;
import dev.hinny.base.SourceSpan;
import dev.hinny.base.SourceText;
import java.io.StringReader;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.xml.stream.Location;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import org.codehaus.stax2.XMLStreamReader2;
import org.jspecify.annotations.Nullable;

/** Reads an XML text into elements with places. Document types are refused, depth is bounded. */
public final class LocatedXml {
    private static final int MAXIMUM_DEPTH = 500;
    private static final WstxInputFactory FACTORY = factory();

    private final SourceText source;
    private final Deque<Open> stack = new ArrayDeque<>();
    private @Nullable XmlElement root;

    private LocatedXml(SourceText source) {
        this.source = source;
    }

    private static WstxInputFactory factory() {
        WstxInputFactory factory = new WstxInputFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, false);
        factory.setProperty(WstxInputProperties.P_LAZY_PARSING, false);
        return factory;
    }

    /** The root element, or empty with a problem of code {@code BAD-XML} where the text is no well-formed XML. */
    public static Optional<XmlElement> read(SourceText source, Problems problems) {
        LocatedXml reading = new LocatedXml(source);
        try {
            XMLStreamReader2 reader = (XMLStreamReader2) FACTORY.createXMLStreamReader(new StringReader(source.text()));
            reading.read(reader);
            reader.closeCompletely();
            return Optional.ofNullable(reading.root);
        } catch (XMLStreamException e) {
            problems.add(reading.bad(e));
            return Optional.empty();
        }
    }

    private Problem bad(XMLStreamException e) {
        Location at = e.getLocation();
        int offset = at == null ? 0 : source.offset(Math.max(1, at.getLineNumber()), Math.max(1, at.getColumnNumber()));
        String message = String.valueOf(e.getMessage());
        message = message.replaceFirst("(?s)^ParseError at .*?Message: ", "");
        int cut = message.indexOf("\n at [");
        String open = stack.isEmpty()
                ? ""
                : "the element '" + stack.peek().name + "' is open since line "
                        + stack.peek().place.line();
        return Problem.error(
                "BAD-XML",
                source.span(offset, offset + 1),
                "no well-formed XML: " + (cut < 0 ? message : message.substring(0, cut)),
                open);
    }

    private static final class Open {
        final String prefix;
        final String uri;
        final String name;
        final List<XmlAttribute> attributes;
        final SourceSpan place;
        final List<XmlElement> children = new ArrayList<>();
        final StringBuilder text = new StringBuilder();
        int textStart = -1;

        Open(String prefix, String uri, String name, List<XmlAttribute> attributes, SourceSpan place) {
            this.prefix = prefix;
            this.uri = uri;
            this.name = name;
            this.attributes = attributes;
            this.place = place;
        }
    }

    private void read(XMLStreamReader2 in) throws XMLStreamException {
        while (in.hasNext()) {
            switch (in.next()) {
                case XMLStreamConstants.START_ELEMENT -> start(in);
                case XMLStreamConstants.END_ELEMENT -> end();
                case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA, XMLStreamConstants.SPACE -> text(in);
                case XMLStreamConstants.DTD ->
                    throw new XMLStreamException("a document type is not allowed here", in.getLocation());
                default -> {}
            }
        }
    }

    private void start(XMLStreamReader2 in) throws XMLStreamException {
        if (stack.size() >= MAXIMUM_DEPTH) {
            throw new XMLStreamException(
                    "more than " + MAXIMUM_DEPTH + " elements inside each other", in.getLocation());
        }
        int start = (int) in.getLocationInfo().getStartingCharOffset();
        StartTag tag = StartTag.scan(source.text(), start);
        Map<String, int[]> places = tag.values();
        List<XmlAttribute> attributes = new ArrayList<>(in.getAttributeCount());
        for (int i = 0; i < in.getAttributeCount(); i++) {
            String prefix = empty(in.getAttributePrefix(i));
            String name = in.getAttributeLocalName(i);
            int[] range = places.getOrDefault(prefix.isEmpty() ? name : prefix + ":" + name, new int[] {start, start});
            attributes.add(new XmlAttribute(
                    prefix,
                    empty(in.getAttributeNamespace(i)),
                    name,
                    in.getAttributeValue(i),
                    source.span(range[0], range[1])));
        }
        stack.push(new Open(
                empty(in.getPrefix()),
                empty(in.getNamespaceURI()),
                in.getLocalName(),
                attributes,
                source.span(start, tag.end())));
    }

    private void text(XMLStreamReader2 in) throws XMLStreamException {
        Open element = stack.peek();
        if (element == null) {
            return;
        }
        boolean cdata = in.getEventType() == XMLStreamConstants.CDATA;
        int start = (int) in.getLocationInfo().getStartingCharOffset() + (cdata ? "<![CDATA[".length() : 0);
        String text = in.getText();
        if (element.textStart < 0 && !text.isBlank()) {
            element.textStart = start;
            element.text.setLength(0);
        }
        element.text.append(text);
    }

    private void end() {
        Open done = stack.pop();
        String text = done.textStart < 0 ? "" : done.text.toString();
        int textStart = done.textStart < 0 ? done.place.endOffset() : done.textStart;
        XmlElement element = new XmlElement(
                done.prefix,
                done.uri,
                done.name,
                done.attributes,
                done.children,
                text,
                done.place,
                source.span(textStart, textStart + text.length()));
        Open parent = stack.peek();
        if (parent == null) {
            root = element;
        } else {
            parent.children.add(element);
        }
    }

    private static String empty(@Nullable String text) {
        return text == null ? "" : text;
    }

    /** Where the attribute values of one start tag stand; the parser itself does not tell. */
    private record StartTag(int end, Map<String, int[]> values) {
        static StartTag scan(String text, int start) {
            Map<String, int[]> values = new HashMap<>();
            int i = start + 1;
            while (i < text.length()) {
                char c = text.charAt(i);
                if (c == '>') {
                    return new StartTag(i + 1, values);
                }
                if (c != '=') {
                    i++;
                    continue;
                }
                int nameEnd = i;
                while (nameEnd > start && Character.isWhitespace(text.charAt(nameEnd - 1))) {
                    nameEnd--;
                }
                int nameStart = nameEnd;
                while (nameStart > start && !Character.isWhitespace(text.charAt(nameStart - 1))) {
                    nameStart--;
                }
                int open = i + 1;
                while (open < text.length() && Character.isWhitespace(text.charAt(open))) {
                    open++;
                }
                int close = open >= text.length() ? -1 : text.indexOf(text.charAt(open), open + 1);
                if (close < 0) {
                    break;
                }
                values.put(text.substring(nameStart, nameEnd), new int[] {open + 1, close});
                i = close + 1;
            }
            return new StartTag(Math.min(text.length(), start + 1), values);
        }
    }
}
