package dev.hinny.lang.formats.xml;

import dev.hinny.lang.engine.value.BooleanValue;
import dev.hinny.lang.engine.value.Entry;
import dev.hinny.lang.engine.value.Key;
import dev.hinny.lang.engine.value.Namespace;
import dev.hinny.lang.engine.value.NullValue;
import dev.hinny.lang.engine.value.ObjectValue;
import dev.hinny.lang.engine.value.Schema;
import dev.hinny.lang.engine.value.StringValue;
import dev.hinny.lang.engine.value.Value;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/** Builds values from the event stream, with an explicit stack so that depth costs heap and not stack. */
final class XmlReader {
    private static final String XSI = "http://www.w3.org/2001/XMLSchema-instance";
    private static final int MAXIMUM_DEPTH = 5_000;
    private static final Schema CDATA = Schema.of("cdata", BooleanValue.TRUE);

    private final XMLStreamReader in;
    private final String nullValueOn;
    private final Map<String, Namespace> namespaces = new HashMap<>();
    private final Map<String, Key> plainKeys = new HashMap<>();

    XmlReader(XMLStreamReader in, String nullValueOn) {
        this.in = in;
        this.nullValueOn = nullValueOn;
    }

    /** An element that is open: its key, its children so far and the text between them. */
    private static final class Open {
        final Key key;
        final boolean nil;
        final List<Entry> children = new ArrayList<>(4);
        final StringBuilder text = new StringBuilder();
        boolean cdata;

        Open(Key key, boolean nil) {
            this.key = key;
            this.nil = nil;
        }
    }

    Value document() throws XMLStreamException {
        Deque<Open> stack = new ArrayDeque<>();
        Entry root = null;
        while (in.hasNext()) {
            switch (in.next()) {
                case XMLStreamConstants.START_ELEMENT -> {
                    if (stack.size() >= MAXIMUM_DEPTH) {
                        throw new XMLStreamException(
                                "more than " + MAXIMUM_DEPTH + " elements inside each other", in.getLocation());
                    }
                    Open parent = stack.peek();
                    if (parent != null) {
                        flushMixedText(parent);
                    }
                    stack.push(open());
                }
                case XMLStreamConstants.END_ELEMENT -> {
                    Entry done = close(stack.pop());
                    Open parent = stack.peek();
                    if (parent == null) {
                        root = done;
                    } else {
                        parent.children.add(done);
                    }
                }
                case XMLStreamConstants.CHARACTERS, XMLStreamConstants.SPACE -> append(stack.peek(), false);
                case XMLStreamConstants.CDATA -> append(stack.peek(), true);
                default -> {}
            }
        }
        return root == null ? NullValue.NULL : ObjectValue.of(List.of(root));
    }

    private void append(@Nullable Open element, boolean cdata) {
        if (element != null) {
            element.text.append(in.getText());
            element.cdata |= cdata;
        }
    }

    private Open open() {
        boolean nil = false;
        List<Entry> attributes = List.of();
        if (in.getAttributeCount() > 0) {
            attributes = new ArrayList<>(in.getAttributeCount());
            for (int i = 0; i < in.getAttributeCount(); i++) {
                if (XSI.equals(in.getAttributeNamespace(i))
                        && in.getAttributeLocalName(i).equals("nil")) {
                    nil = in.getAttributeValue(i).equals("true");
                }
                attributes.add(new Entry.Pair(
                        Key.of(
                                in.getAttributeLocalName(i),
                                namespace(in.getAttributePrefix(i), in.getAttributeNamespace(i)),
                                ObjectValue.EMPTY),
                        StringValue.of(in.getAttributeValue(i))));
            }
        }
        Namespace namespace = namespace(in.getPrefix(), in.getNamespaceURI());
        if (attributes.isEmpty() && namespace == null) {
            return new Open(plainKeys.computeIfAbsent(in.getLocalName(), Key::of), nil);
        }
        return new Open(Key.of(in.getLocalName(), namespace, ObjectValue.of(attributes)), nil);
    }

    private @Nullable Namespace namespace(@Nullable String prefix, @Nullable String uri) {
        if (uri == null || uri.isEmpty()) {
            return null;
        }
        String name = prefix == null ? "" : prefix;
        return namespaces.computeIfAbsent(name + " " + uri, _ -> new Namespace(name, uri));
    }

    private static void flushMixedText(Open element) {
        String text = element.text.toString();
        if (!text.isBlank()) {
            element.children.add(Entry.of("__text", text(text, element.cdata)));
        }
        element.text.setLength(0);
        element.cdata = false;
    }

    private Entry close(Open element) {
        if (!element.children.isEmpty()) {
            flushMixedText(element);
            return Entry.of(element.key, ObjectValue.of(element.children));
        }
        String text = element.text.toString();
        boolean isNull = element.nil
                || (!element.cdata
                        && switch (nullValueOn) {
                            case "none" -> false;
                            case "empty" -> text.isEmpty();
                            default -> text.isBlank();
                        });
        return Entry.of(element.key, isNull ? NullValue.NULL : text(text, element.cdata));
    }

    private static StringValue text(String text, boolean cdata) {
        return cdata ? new StringValue(text, CDATA) : StringValue.of(text);
    }
}
