package dev.hinny.lang.formats.xml;

import dev.hinny.lang.engine.format.Format;
import java.util.Arrays;

/** Reads elements onto a tape, with an explicit stack so that depth costs heap and not stack. */
final class XmlParser extends Scanner {
    /** A third of the heap, in ints. */
    private static final long MAXIMUM_TAPE =
            Math.min(Integer.MAX_VALUE - 8, Runtime.getRuntime().maxMemory() / 12);

    private final ReadOptions options;
    private final AttributeParser attributes;

    private int[] nodes;
    private int top;
    private int[] openNodes = new int[32];
    private int[] openNames = new int[32];
    private Scope[] openScopes = new Scope[32];
    private int depth;

    XmlParser(byte[] source, int from, int limit, boolean last, Names names, ReadOptions options) {
        super(source, from, limit, last, names);
        this.options = options;
        this.attributes = new AttributeParser(this, options);
        this.nodes = new int[Math.max(64, (int) Math.min(1 << 22, (limit - from) / 6L))];
        openScopes[0] = Scope.root();
    }

    /** Elements that are open now. */
    int depth() {
        return depth;
    }

    /** Back to an element that was open before, after a part of the document turned out not to have arrived. */
    void backTo(int oldDepth) {
        depth = oldDepth;
        top = 0;
    }

    /** The finished tape of whatever was read since the last one. */
    Tape take() {
        Tape tape = new Tape(source, Arrays.copyOf(nodes, top), top, names);
        top = 0;
        return tape;
    }

    /** The finished tape of a parser that is used no more. */
    Tape finish() {
        return new Tape(source, top * 2 < nodes.length ? Arrays.copyOf(nodes, top) : nodes, top, names);
    }

    /** Reads one whole element; {@link #at} is at its {@code <}. */
    void element() {
        int outside = depth;
        at++;
        startTag();
        while (depth > outside) {
            content(outside);
        }
    }

    /**
     * Opens an element whose children the caller reads one by one; {@link #at} is at its {@code <}. The tape then holds its
     * name and attributes only.
     *
     * @return false when it is empty
     */
    boolean open() {
        int outside = depth;
        at++;
        startTag();
        if (depth == outside) {
            return false;
        }
        nodes[1] = top;
        openNodes[depth] = -1;
        return true;
    }

    /**
     * Reads on to the next child of the element that was opened; a text before it stands on the tape too. A child with the name
     * to enter is opened, as by {@link #open}, unless it is empty.
     *
     * @return whether there is something on the tape; when {@link #depth} went down, the element has ended
     */
    boolean child(String enter) {
        int container = depth;
        while (top == 0 && depth >= container) {
            content(container);
        }
        if (depth > container && !enter.isEmpty()) {
            int node = openNodes[depth];
            if (names.all()[nodes[node] >>> Tape.FLAG_BITS].key().name().equals(enter)) {
                nodes[node + 1] = top;
                openNodes[depth] = -1;
                return true;
            }
        }
        while (depth > container) {
            content(container);
        }
        return top > 0;
    }

    private void startTag() {
        int from = at;
        if (depth >= Format.MAX_DEPTH) {
            throw new Fault(from - 1, "more than " + Format.MAX_DEPTH + " elements are inside each other", "");
        }
        int raw = name("a name");
        int node = top;
        ensure(Tape.HEADER);
        top += Tape.HEADER;
        Scope scope = openScopes[depth];
        int flags = 0;
        byte b = source[at];
        if (b != '>') {
            scope = attributes.read(scope);
            int count = attributes.count();
            if (count > 0) {
                flags = Tape.ATTRIBUTES | (attributes.isNil() ? Tape.NULL : 0);
                ensure(1 + 3 * count);
                top = attributes.copy(nodes, top);
            }
            b = source[at];
        }
        nodes[node] = names.element(raw, scope, from) << Tape.FLAG_BITS | flags;
        if (b == '/') {
            at += 2;
            nodes[node] |= Tape.LEAF | (options.nullsEmpty() ? Tape.NULL : 0);
            nodes[node + 1] = top;
            nodes[node + 2] = at;
            nodes[node + 3] = 0;
            return;
        }
        at++;
        push(node, raw, scope);
    }

    private void push(int node, int raw, Scope scope) {
        depth++;
        if (depth == openNodes.length) {
            openNodes = Arrays.copyOf(openNodes, depth * 2);
            openNames = Arrays.copyOf(openNames, depth * 2);
            openScopes = Arrays.copyOf(openScopes, depth * 2);
        }
        openNodes[depth] = node;
        openNames[depth] = raw;
        openScopes[depth] = scope;
    }

    private void ensure(int more) {
        if (top + more > nodes.length) {
            long wanted = (top + (long) more) * 3 / 2;
            if (wanted > MAXIMUM_TAPE) {
                throw new Fault(at, "the document has too many elements to be read whole", XmlReader.STREAM);
            }
            nodes = Arrays.copyOf(nodes, (int) wanted);
        }
    }

    /**
     * Reads text up to the next tag, and that tag.
     *
     * @param streamed the depth of the element whose node is not on the tape, because its children are read one by one
     */
    private void content(int streamed) {
        byte[] bytes = source;
        int end = limit;
        int p = at;
        int from = p;
        int flags = 0;
        int section = -1;
        if (p < end && bytes[p] <= ' ') {
            p = skipSpace(p);
            flags = p > from && p < end && bytes[p] != '<' ? spaceFlags(from, p) : 0;
        }
        int blank = p;
        while (true) {
            if (p + 8 <= end) {
                long special = Bytes.special((long) Bytes.LONG.get(bytes, p));
                if (special == 0) {
                    p += 8;
                    continue;
                }
                p += Long.numberOfTrailingZeros(special) >>> 3;
            } else if (p >= end) {
                throw end("the end tag of '" + names.text(openNames[depth]) + "'");
            } else if (Bytes.isOrdinary(bytes[p])) {
                p++;
                continue;
            }
            switch (bytes[p]) {
                case '<' -> {
                    byte b = peek(p + 1, "a tag");
                    if (b == '/') {
                        text(from, p, p == blank && p > from ? spaceFlags(from, p) : flags, section, streamed);
                        at = endTag(p + 2, openNames[depth]);
                        close();
                        return;
                    }
                    if (b != '!' && b != '?') {
                        if (p > blank) {
                            mixed(from, p, flags, streamed);
                        }
                        at = p + 1;
                        startTag();
                        return;
                    }
                    flags |= Tape.CODED | Tape.ROUGH;
                    if (b == '?') {
                        p = instruction(p);
                    } else if (looksAt(p, "<!--")) {
                        p = comment(p);
                    } else if (looksAt(p, "<![CDATA[")) {
                        flags |= Tape.CDATA;
                        section = p;
                        p = cdata(p + 9) + 3;
                    } else {
                        throw unexpected(p + 1, "a comment or a CDATA section");
                    }
                }
                case '&' -> {
                    p = reference(p);
                    flags |= Tape.CODED;
                }
                case ']' -> {
                    if (looksAt(p, "]]>")) {
                        throw new Fault(p, "']]>' stands in a text", "write ]]&gt;");
                    }
                    p++;
                }
                case '\n', '\t', '"', '\\' -> {
                    flags |= Tape.ROUGH;
                    p++;
                }
                case '\r' -> {
                    flags |= Tape.CODED;
                    p++;
                }
                default -> p = bytes[p] < 0 ? beyondAscii(p) : control(p);
            }
        }
    }

    /** What white space before a text means for it. */
    private int spaceFlags(int from, int to) {
        int flags = 0;
        for (int p = from; p < to; p++) {
            flags |= source[p] == '\r' ? Tape.CODED : source[p] == ' ' ? 0 : Tape.ROUGH;
        }
        return flags;
    }

    /** Text before an end tag: all that its element holds, or the last of several. */
    private void text(int from, int to, int flags, int section, int streamed) {
        if (depth == streamed) {
            if (to > from) {
                mixed(from, to, flags, streamed);
            }
            return;
        }
        int node = openNodes[depth];
        int head = nodes[node];
        int children = node + Tape.HEADER + ((head & Tape.ATTRIBUTES) != 0 ? 1 + 3 * nodes[node + Tape.HEADER] : 0);
        if (top > children) {
            nodes[node] = head & ~Tape.NULL;
            if (to > from) {
                mixed(from, to, flags, streamed);
            }
            return;
        }
        if (section == from && isSection(from, to)) {
            nodes[node + 2] = from + 9;
            nodes[node + 3] = to - from - 12;
            nodes[node] = head | Tape.LEAF | Tape.CDATA | Tape.ROUGH;
            return;
        }
        boolean isNull = (flags & Tape.CDATA) == 0 && options.isNull(source, from, to, (flags & Tape.CODED) != 0);
        nodes[node + 2] = from;
        nodes[node + 3] = to - from;
        nodes[node] = head | Tape.LEAF | flags | (isNull ? Tape.NULL : 0);
    }

    /** Whether the slice is one CDATA section that needs no decoding. */
    private boolean isSection(int from, int to) {
        for (int p = from; p < to; p++) {
            if (source[p] == '\r' || source[p] == ']' && source[p + 1] == ']' && p + 3 < to && source[p + 2] == '>') {
                return false;
            }
        }
        return source[to - 1] == '>' && source[to - 2] == ']';
    }

    /** A text between elements, unless it is blank. */
    private void mixed(int from, int to, int flags, int streamed) {
        if ((flags & Tape.CODED) == 0 ? Bytes.isBlank(source, from, to) : TextDecoder.isBlank(source, from, to)) {
            return;
        }
        if (depth != streamed) {
            nodes[openNodes[depth]] |= Tape.MIXED;
        }
        ensure(Tape.HEADER);
        nodes[top] = names.mixedText() << Tape.FLAG_BITS | Tape.LEAF | flags;
        nodes[top + 1] = top + Tape.HEADER;
        nodes[top + 2] = from;
        nodes[top + 3] = to - from;
        top += Tape.HEADER;
    }

    private void close() {
        int node = openNodes[depth--];
        if (node >= 0) {
            nodes[node + 1] = top;
        }
    }
}
