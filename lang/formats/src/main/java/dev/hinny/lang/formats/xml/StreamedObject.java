package dev.hinny.lang.formats.xml;

import dev.hinny.lang.engine.format.ByteSource;
import dev.hinny.lang.engine.format.FormatContext;
import dev.hinny.lang.engine.operation.Selections;
import dev.hinny.lang.engine.value.ArrayValue;
import dev.hinny.lang.engine.value.Entry;
import dev.hinny.lang.engine.value.IndexedObject;
import dev.hinny.lang.engine.value.Key;
import dev.hinny.lang.engine.value.Namespace;
import dev.hinny.lang.engine.value.Schema;
import dev.hinny.lang.engine.value.Value;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;

/**
 * An element on the way to a collection, or the collection: its children are read from the source whenever somebody iterates
 * over them, and not kept.
 */
final class StreamedObject implements IndexedObject {
    /** How to read the document once more. */
    record Document(ByteSource source, FormatContext context, ReadOptions options, List<Key> path) {}

    private final Document document;
    private final int level;
    private final Schema schema;

    StreamedObject(Document document, int level, Schema schema) {
        this.document = document;
        this.level = level;
        this.schema = schema;
    }

    private boolean isCollection() {
        return level == document.path().size() - 1;
    }

    private Entry nextLevel() {
        return Entry.of(document.path().get(level + 1), new StreamedObject(document, level + 1, Schema.NONE));
    }

    @Override
    public boolean isEmpty() {
        return false;
    }

    @Override
    public @Nullable Value get(String name) {
        Entry found = first(name, null);
        return found == null ? null : found.value();
    }

    @Override
    public @Nullable Entry first(String name, @Nullable Namespace namespace) {
        if (!isCollection() && Selections.matches(document.path().get(level + 1), name, namespace)) {
            return nextLevel();
        }
        try (Children children = new Children()) {
            while (children.hasNext()) {
                Entry next = children.next();
                if (Selections.matches(next.key(), name, namespace)) {
                    return next;
                }
            }
        }
        return null;
    }

    @Override
    public @Nullable Value named(String name, @Nullable Namespace namespace) {
        Entry found = first(name, namespace);
        return found == null ? null : Selections.found(found);
    }

    @Override
    public ArrayValue all(String name, @Nullable Namespace namespace) {
        return first(name, namespace) == null
                ? ArrayValue.EMPTY
                : new StreamedItems(this, name, namespace, Schema.NONE);
    }

    @Override
    public boolean isMaterialized() {
        return false;
    }

    @Override
    public Schema schema() {
        return schema;
    }

    @Override
    public StreamedObject withSchema(Schema other) {
        return new StreamedObject(document, level, other);
    }

    @Override
    public Iterator<Entry> iterator() {
        return new Children();
    }

    /** One pass over the children. It closes the source at the end; a pass that is given up leaves that to the collector. */
    private final class Children implements Iterator<Entry>, AutoCloseable {
        private final Feed feed = new Feed(document.source(), document.context(), document.options());
        private final XmlParser parser = feed.parser();
        private final String enter =
                isCollection() ? "" : document.path().get(level + 1).name();
        private final int container;
        private @Nullable Tape tape;
        private int node;
        private boolean entered;
        private boolean ended;

        Children() {
            boolean there = feed.step(() -> {
                Prolog.read(parser);
                return parser.open();
            });
            parser.take();
            for (int i = 1; i <= level && there; i++) {
                String name = document.path().get(i).name();
                int outside = parser.depth();
                do {
                    there = feed.step(() -> parser.child(name));
                    parser.take();
                } while (there && parser.depth() == outside);
                there = parser.depth() > outside;
            }
            this.container = parser.depth();
            this.ended = !there;
        }

        @Override
        public boolean hasNext() {
            while (tape == null && !ended) {
                advance();
            }
            return tape != null;
        }

        private void advance() {
            if (parser.depth() > container) {
                int inside = parser.depth();
                while (parser.depth() == inside) {
                    feed.step(() -> parser.child(""));
                    parser.take();
                }
            }
            boolean something = feed.step(() -> parser.child(entered ? "" : enter));
            if (parser.depth() < container) {
                ended = true;
                close();
            }
            if (something) {
                tape = parser.take();
                node = 0;
            }
        }

        @Override
        public Entry next() {
            Tape current = hasNext() ? tape : null;
            if (current == null) {
                throw new NoSuchElementException();
            }
            int child = node;
            node = current.next(child);
            boolean isLast = node >= current.end();
            if (isLast) {
                tape = null;
            }
            if (isLast && parser.depth() > container && !entered) {
                entered = true;
                return nextLevel();
            }
            return new XmlObject.Child(current, child);
        }

        @Override
        public void close() {
            feed.close();
        }
    }
}
