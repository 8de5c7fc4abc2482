package dev.hinny.lang.formats.xml;

import dev.hinny.lang.engine.value.ArrayValue;
import dev.hinny.lang.engine.value.Entry;
import dev.hinny.lang.engine.value.IndexedObject;
import dev.hinny.lang.engine.value.Key;
import dev.hinny.lang.engine.value.Namespace;
import dev.hinny.lang.engine.value.Schema;
import dev.hinny.lang.engine.value.Value;
import java.util.Arrays;
import java.util.Iterator;
import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;

/** The children of an element on a tape. Parts are made when they are asked for; safe for use by several threads. */
final class XmlObject implements IndexedObject {
    /** In place of a node: the whole tape, whose only child is the root element. */
    static final int DOCUMENT = -1;

    private final Tape tape;
    private final int node;

    /** Null for a value that a selector found: its metadata is then made of its key when asked for. */
    private final @Nullable Schema schema;

    private volatile int @Nullable [] children;

    XmlObject(Tape tape, int node, @Nullable Schema schema) {
        this.tape = tape;
        this.node = node;
        this.schema = schema;
    }

    private int begin() {
        return node == DOCUMENT ? 0 : tape.firstChild(node);
    }

    private int end() {
        return node == DOCUMENT ? tape.end() : tape.next(node);
    }

    /** Whether text stands between the children. */
    boolean isMixed() {
        return node != DOCUMENT && tape.has(node, Tape.MIXED);
    }

    private int[] children() {
        int[] known = children;
        if (known == null) {
            known = new int[8];
            int count = 0;
            int end = end();
            for (int child = begin(); child < end; child = tape.next(child)) {
                if (count == known.length) {
                    known = Arrays.copyOf(known, count * 2);
                }
                known[count++] = child;
            }
            known = Arrays.copyOf(known, count);
            children = known;
        }
        return known;
    }

    @Override
    public int size() {
        return children().length;
    }

    @Override
    public boolean isEmpty() {
        return begin() >= end();
    }

    @Override
    public @Nullable Entry entry(int index) {
        int[] all = children();
        return index < 0 || index >= all.length ? null : new Child(tape, all[index]);
    }

    @Override
    public @Nullable Value get(String name) {
        int child = find(name, null);
        return child < 0 ? null : tape.value(child);
    }

    @Override
    public @Nullable Entry first(String name, @Nullable Namespace namespace) {
        int child = find(name, namespace);
        return child < 0 ? null : new Child(tape, child);
    }

    @Override
    public @Nullable Value named(String name, @Nullable Namespace namespace) {
        int child = find(name, namespace);
        return child < 0 ? null : tape.found(child);
    }

    private int find(String name, @Nullable Namespace namespace) {
        int local = tape.local(name);
        if (local >= 0) {
            int end = end();
            for (int child = begin(); child < end; child = tape.next(child)) {
                if (tape.name(child).is(local, namespace)) {
                    return child;
                }
            }
        }
        return -1;
    }

    @Override
    public ArrayValue all(String name, @Nullable Namespace namespace) {
        int local = tape.local(name);
        int[] found = new int[8];
        int count = 0;
        if (local >= 0) {
            int end = end();
            for (int child = begin(); child < end; child = tape.next(child)) {
                if (tape.name(child).is(local, namespace)) {
                    if (count == found.length) {
                        found = Arrays.copyOf(found, count * 2);
                    }
                    found[count++] = child;
                }
            }
        }
        return count == 0 ? ArrayValue.EMPTY : new XmlItems(tape, Arrays.copyOf(found, count), Schema.NONE);
    }

    @Override
    public Schema schema() {
        if (schema != null) {
            return schema;
        }
        return node == DOCUMENT || !tape.hasNotableKey(node) ? Schema.NONE : Schema.NONE.withKey(tape.key(node));
    }

    @Override
    public XmlObject withSchema(Schema other) {
        return new XmlObject(tape, node, other);
    }

    @Override
    public Iterator<Entry> iterator() {
        return new Iterator<>() {
            private final int end = end();
            private int next = begin();

            @Override
            public boolean hasNext() {
                return next < end;
            }

            @Override
            public Entry next() {
                if (next >= end) {
                    throw new NoSuchElementException();
                }
                Child child = new Child(tape, next);
                next = tape.next(next);
                return child;
            }
        };
    }

    /** A child element, or a text between elements. */
    static final class Child implements Entry {
        private final Tape tape;
        private final int node;
        private @Nullable Value value;

        Child(Tape tape, int node) {
            this.tape = tape;
            this.node = node;
        }

        @Override
        public Key key() {
            return tape.key(node);
        }

        @Override
        public Value value() {
            Value known = value;
            if (known == null) {
                known = tape.value(node);
                value = known;
            }
            return known;
        }
    }
}
