package dev.hinny.lang.formats.xml;

import dev.hinny.base.Problem;
import dev.hinny.lang.engine.format.ByteSource;
import dev.hinny.lang.engine.format.FormatContext;
import dev.hinny.lang.engine.format.FormatException;
import dev.hinny.lang.engine.value.Entry;
import dev.hinny.lang.engine.value.Key;
import dev.hinny.lang.engine.value.ObjectValue;
import dev.hinny.lang.engine.value.Schema;
import dev.hinny.lang.engine.value.Value;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads a document: whole onto a tape, or as a stream of a collection's items. */
final class XmlReader {
    static final String STREAM = "stream it: streaming=true collectionPath=\"root.items\"";

    /** Bytes of a document that is read whole. */
    private static final long MAXIMUM_SIZE = 1L << 30;

    private final ByteSource source;
    private final FormatContext context;
    private final ReadOptions options;

    XmlReader(ByteSource source, FormatContext context) {
        this.source = source;
        this.context = context;
        this.options = ReadOptions.of(context);
    }

    Value read() {
        if (options.streaming() && !options.supportDtd()) {
            Value streamed = streamed();
            if (streamed != null) {
                return streamed;
            }
        }
        return whole();
    }

    private Value whole() {
        byte[] document = bytes();
        byte[] text = document;
        try {
            text = Encodings.utf8(document, context.mediaType().charset());
            XmlParser parser = new XmlParser(text, 0, text.length, true, new Names(), options);
            Doctype type = Prolog.read(parser);
            if (type == null || !options.supportDtd()) {
                body(parser);
            } else {
                expandedBody(parser, new Entities(type, options, context.resources()));
            }
            return new XmlObject(parser.finish(), XmlObject.DOCUMENT, type == null ? Schema.NONE : type.schema());
        } catch (Fault e) {
            throw e.at(context.name(), text, Fault.Place.START);
        }
    }

    private byte[] bytes() {
        if (source instanceof ByteSource.Memory memory) {
            return memory.bytes();
        }
        int limit = (int) Math.min(MAXIMUM_SIZE, Runtime.getRuntime().maxMemory() / 3);
        if (source.size() <= limit) {
            try (InputStream in = source.open()) {
                byte[] document = in.readNBytes(limit);
                if (document.length < limit || in.read() < 0) {
                    return document;
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        throw new FormatException(Problem.error(
                "TOO-LARGE",
                null,
                "the document has more than " + limit + " bytes, too many to be read whole",
                STREAM));
    }

    private static void body(XmlParser parser) {
        parser.element();
        Prolog.end(parser);
    }

    private static void expandedBody(XmlParser parser, Entities entities) {
        if (!entities.isEmpty()) {
            parser.source = entities.expand(parser.source, parser.at);
            parser.limit = parser.source.length;
        }
        try {
            body(parser);
        } catch (Fault e) {
            throw e.moved(entities.original(e.offset()));
        }
    }

    /** Null when the document has no such collection: it is then read whole. */
    private @Nullable Value streamed() {
        try (Feed feed = new Feed(source, context, options)) {
            XmlParser parser = feed.parser();
            Doctype[] type = new Doctype[1];
            List<Key> path = new ArrayList<>();
            boolean open = feed.step(() -> {
                type[0] = Prolog.read(parser);
                return parser.open();
            });
            Key root = parser.take().key(0);
            List<String> wanted = options.collectionPath();
            if (!open || !wanted.isEmpty() && !wanted.getFirst().equals(root.name())) {
                return null;
            }
            path.add(root);
            for (int i = 1; i < wanted.size(); i++) {
                Key key = enter(feed, wanted.get(i));
                if (key == null) {
                    return null;
                }
                path.add(key);
            }
            int inside = parser.depth();
            feed.step(() -> parser.child(""));
            if (parser.depth() < inside) {
                return null;
            }
            StreamedObject.Document document = new StreamedObject.Document(source, context, options, path);
            Doctype found = type[0];
            return ObjectValue.of(List.of(Entry.of(root, new StreamedObject(document, 0, Schema.NONE))))
                    .withSchema(found == null ? Schema.NONE : found.schema());
        }
    }

    /** Reads to the first child of a name and opens it; null when there is none with children. */
    private static @Nullable Key enter(Feed feed, String name) {
        XmlParser parser = feed.parser();
        int outside = parser.depth();
        while (feed.step(() -> parser.child(name)) && parser.depth() >= outside) {
            Tape tape = parser.take();
            if (parser.depth() > outside) {
                int node = 0;
                while (tape.next(node) < tape.end()) {
                    node = tape.next(node);
                }
                return tape.key(node);
            }
        }
        return null;
    }
}
