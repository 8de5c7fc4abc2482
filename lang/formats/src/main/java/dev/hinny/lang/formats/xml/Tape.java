package dev.hinny.lang.formats.xml;

import dev.hinny.lang.engine.value.BooleanValue;
import dev.hinny.lang.engine.value.Key;
import dev.hinny.lang.engine.value.NullValue;
import dev.hinny.lang.engine.value.Schema;
import dev.hinny.lang.engine.value.StringValue;
import dev.hinny.lang.engine.value.Value;

/**
 * A read document, or an item of one: the bytes it came in, and numbers that say where its elements are. Nothing in it changes,
 * and texts are decoded when they are asked for.
 *
 * <p>A node is an element or a text between elements, in document order: name and flags, the index of the node behind all its
 * descendants, offset and length of its text; then, for an element with attributes, their count and for each of them name and
 * flags, offset and length of its value.
 */
final class Tape {
    /** Text and no elements inside. */
    static final int LEAF = 1;

    /** The slice holds references, line ends or markup that have to be decoded. */
    static final int CODED = 2;

    /** The text needs an escape in JSON. */
    static final int ROUGH = 4;

    static final int CDATA = 8;
    static final int ATTRIBUTES = 16;
    static final int NULL = 32;

    /** Text stands between the elements inside. */
    static final int MIXED = 64;

    static final int FLAG_BITS = 8;
    static final int HEADER = 4;

    private static final Schema CDATA_SCHEMA = Schema.of("cdata", BooleanValue.TRUE);

    private final byte[] source;
    private final int[] nodes;
    private final int end;
    private final Names names;
    private final Name[] table;

    /** @param end how many of the numbers are in use */
    Tape(byte[] source, int[] nodes, int end, Names names) {
        this.source = source;
        this.nodes = nodes;
        this.end = end;
        this.names = names;
        this.table = names.all();
    }

    int at(int index) {
        return nodes[index];
    }

    /** The index behind the last node. */
    int end() {
        return end;
    }

    int next(int node) {
        return nodes[node + 1];
    }

    boolean has(int node, int flag) {
        return (nodes[node] & flag) != 0;
    }

    Name name(int node) {
        return table[nodes[node] >>> FLAG_BITS];
    }

    /** The number of a local name, -1 when there is none in the document. */
    int local(String name) {
        return names.local(name);
    }

    int firstChild(int node) {
        return node + HEADER + (has(node, ATTRIBUTES) ? 1 + 3 * nodes[node + HEADER] : 0);
    }

    Key key(int node) {
        Key key = name(node).key();
        return has(node, ATTRIBUTES) ? Key.of(key.name(), key.namespace(), new XmlAttributes(this, node)) : key;
    }

    /** Whether selectors have to remember the key of what they find. */
    boolean hasNotableKey(int node) {
        return has(node, ATTRIBUTES) || name(node).key().namespace() != null;
    }

    Value value(int node) {
        int flags = nodes[node];
        if ((flags & LEAF) == 0) {
            return new XmlObject(this, node, Schema.NONE);
        }
        if ((flags & NULL) != 0) {
            return NullValue.NULL;
        }
        int from = nodes[node + 2];
        int length = nodes[node + 3];
        if ((flags & (CODED | CDATA)) == 0) {
            return StringValue.utf8(source, from, length, (flags & ROUGH) == 0);
        }
        StringValue text = (flags & CODED) == 0
                ? StringValue.utf8(source, from, length, (flags & ROUGH) == 0)
                : TextDecoder.content(source, from, from + length, (flags & ROUGH) != 0);
        return (flags & CDATA) == 0 ? text : text.withSchema(CDATA_SCHEMA);
    }

    /** What a selector finds: the value, which remembers a key that has attributes or a namespace. */
    Value found(int node) {
        if (!has(node, LEAF)) {
            return new XmlObject(this, node, null);
        }
        Value value = value(node);
        return hasNotableKey(node) ? value.withSchema(value.schema().withKey(key(node))) : value;
    }

    StringValue attribute(int index) {
        int from = nodes[index + 1];
        int length = nodes[index + 2];
        return (nodes[index] & CODED) != 0
                ? TextDecoder.attribute(source, from, from + length, (nodes[index] & ROUGH) != 0)
                : StringValue.utf8(source, from, length, (nodes[index] & ROUGH) == 0);
    }
}
