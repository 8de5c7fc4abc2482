package dev.hinny.lang.formats.xml;

import dev.hinny.lang.engine.value.Namespace;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;

/** Reads the attributes of a start tag, takes the namespace declarations among them into force, and finds what is there twice. */
final class AttributeParser {
    static final String XSI = "http://www.w3.org/2001/XMLSchema-instance";
    private static final String XMLNS = "http://www.w3.org/2000/xmlns/";
    private static final int FEW = 12;
    private static final int MAXIMUM_DECLARATIONS = 1_000;

    private final Scanner in;
    private final ReadOptions options;

    /** For each attribute: name (raw, then resolved) and flags, offset and length of its value. */
    private int[] found = new int[24];

    private int[] places = new int[8];
    private final int[] declared = new int[MAXIMUM_DECLARATIONS];
    private int count;
    private boolean nil;

    private int from;
    private int to;
    private int flags;

    AttributeParser(Scanner in, ReadOptions options) {
        this.in = in;
        this.options = options;
    }

    int count() {
        return count;
    }

    /** Whether {@code xsi:nil} is true. */
    boolean isNil() {
        return nil;
    }

    /** Puts count and attributes onto a tape and answers the index behind them. */
    int copy(int[] nodes, int at) {
        nodes[at] = count;
        System.arraycopy(found, 0, nodes, at + 1, count * 3);
        return at + 1 + count * 3;
    }

    /** Reads up to {@code >} or {@code />}, and answers the scope inside the element. */
    Scope read(Scope outside) {
        Scope scope = outside;
        count = 0;
        nil = false;
        int declarations = 0;
        while (true) {
            int p = in.skipSpace(in.at);
            byte b = in.peek(p, "'>'");
            if (b == '>' || b == '/') {
                if (b == '/' && in.peek(p + 1, "'>'") != '>') {
                    throw in.unexpected(p + 1, "'>'");
                }
                in.at = p;
                resolve(scope);
                return scope;
            }
            if (p == in.at) {
                throw in.unexpected(p, "white space, '/>' or '>'");
            }
            in.at = p;
            int raw = in.name("an attribute, '/>' or '>'");
            value();
            if (isDeclaration(raw)) {
                for (int i = 0; i < declarations; i++) {
                    if (declared[i] == raw) {
                        throw new Fault(p, "'" + in.names.text(raw) + "' is declared twice", "");
                    }
                }
                if (declarations == MAXIMUM_DECLARATIONS) {
                    throw new Fault(p, "an element declares more than " + MAXIMUM_DECLARATIONS + " namespaces", "");
                }
                declared[declarations++] = raw;
                scope = declare(scope, raw, p);
            } else {
                add(raw, p);
            }
        }
    }

    private void add(int raw, int place) {
        int at = count * 3;
        if (at == found.length) {
            found = Arrays.copyOf(found, at * 2);
        }
        if (count == places.length) {
            places = Arrays.copyOf(places, count * 2);
        }
        found[at] = raw << Tape.FLAG_BITS | flags;
        found[at + 1] = from;
        found[at + 2] = to - from;
        places[count++] = place;
    }

    /** Reads {@code = "value"}. */
    private void value() {
        int p = in.skipSpace(in.at);
        if (in.peek(p, "'='") != '=') {
            throw in.unexpected(p, "'='");
        }
        p = in.skipSpace(p + 1);
        byte quote = in.peek(p, "a quoted value");
        if (quote != '"' && quote != '\'') {
            throw in.unexpected(p, "a quoted value");
        }
        from = ++p;
        flags = 0;
        byte[] bytes = in.source;
        while (true) {
            byte b = in.peek(p, "the closing quote of an attribute");
            if (b == quote) {
                break;
            }
            if (Bytes.isOrdinary(b) || b == ']') {
                p++;
            } else if (b == '"' || b == '\\') {
                flags |= Tape.ROUGH;
                p++;
            } else if (b == '&') {
                flags |= Tape.CODED;
                p = in.reference(p);
            } else if (b == '<') {
                throw new Fault(p, "'<' stands in the value of an attribute", "write &lt; or close the quote");
            } else {
                flags |= b >= 0 ? Tape.CODED : 0;
                p = in.character(p, b);
            }
        }
        to = p;
        in.at = p + 1;
        if (options.maximumAttribute() >= 0 && to - from > options.maximumAttribute()) {
            int length = new String(bytes, from, to - from, StandardCharsets.UTF_8).length();
            if (length > options.maximumAttribute()) {
                throw new Fault(
                        from,
                        "an attribute has " + length + " characters, and maxAttributeSize allows "
                                + options.maximumAttribute(),
                        "raise maxAttributeSize if the document can be trusted");
            }
        }
    }

    private boolean isDeclaration(int raw) {
        byte[] name = in.names.raw(raw);
        return name.length >= 5
                && name[0] == 'x'
                && name[1] == 'm'
                && name[2] == 'l'
                && name[3] == 'n'
                && name[4] == 's'
                && (name.length == 5 || name[5] == ':');
    }

    private Scope declare(Scope scope, int raw, int place) {
        String name = in.names.text(raw);
        String prefix = name.length() == 5 ? "" : name.substring(6);
        String uri = (flags & Tape.CODED) != 0
                ? TextDecoder.attribute(in.source, from, to, true).text()
                : new String(in.source, from, to - from, StandardCharsets.UTF_8);
        boolean xml = prefix.equals("xml");
        if (prefix.equals("xmlns") || uri.equals(XMLNS) || xml != uri.equals(Scope.XML)) {
            throw new Fault(place, "the declaration " + name + "=\"" + uri + "\" is reserved", "");
        }
        if (uri.isEmpty() && !prefix.isEmpty()) {
            throw new Fault(place, "the prefix '" + prefix + "' is declared without a URI", "");
        }
        return xml ? scope : scope.declare(prefix, uri);
    }

    private void resolve(Scope scope) {
        for (int i = 0; i < count; i++) {
            int at = i * 3;
            int name = in.names.attribute(found[at] >>> Tape.FLAG_BITS, scope, places[i]);
            found[at] = name << Tape.FLAG_BITS | found[at] & (1 << Tape.FLAG_BITS) - 1;
            Namespace namespace = in.names.all()[name].key().namespace();
            if (namespace != null && namespace.uri().equals(XSI)) {
                nil |= in.names.all()[name].key().name().equals("nil") && isTrue(at);
            }
        }
        if (count > FEW) {
            findTwice();
            return;
        }
        for (int i = 1; i < count; i++) {
            for (int j = 0; j < i; j++) {
                if (same(found[i * 3] >>> Tape.FLAG_BITS, found[j * 3] >>> Tape.FLAG_BITS)) {
                    throw twice(i);
                }
            }
        }
    }

    private boolean isTrue(int at) {
        String text = new String(in.source, found[at + 1], found[at + 2], StandardCharsets.UTF_8).strip();
        return text.equals("true") || text.equals("1");
    }

    private boolean same(int a, int b) {
        if (a == b) {
            return true;
        }
        Name first = in.names.all()[a];
        Name second = in.names.all()[b];
        return first.local() == second.local() && first.uri().equals(second.uri());
    }

    private void findTwice() {
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < count; i++) {
            Name name = in.names.all()[found[i * 3] >>> Tape.FLAG_BITS];
            if (!seen.add(name.local() + " " + name.uri())) {
                throw twice(i);
            }
        }
    }

    private Fault twice(int i) {
        String name = in.names.all()[found[i * 3] >>> Tape.FLAG_BITS].key().name();
        return new Fault(places[i], "the attribute '" + name + "' is there twice", "");
    }
}
