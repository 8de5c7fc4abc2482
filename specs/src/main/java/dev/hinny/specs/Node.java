package dev.hinny.specs;

import dev.hinny.base.SourceSpan;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/** A located value of a YAML or JSON file: what specifications, examples, defaults and annotations are made of. */
public sealed interface Node {
    SourceSpan span();

    /** {@code null}, {@code ~} or nothing at all. */
    record Nil(SourceSpan span) implements Node {}

    record Bool(boolean value, SourceSpan span) implements Node {}

    /** A number, with the text that wrote it. */
    record Num(BigDecimal value, String text, SourceSpan span) implements Node {}

    record Text(String value, SourceSpan span) implements Node {}

    record Seq(List<Node> items, SourceSpan span) implements Node {
        public Seq {
            items = List.copyOf(items);
        }
    }

    /** A mapping in the order of the file; keys are unique. */
    record Obj(List<Entry> entries, SourceSpan span) implements Node {
        public Obj {
            entries = List.copyOf(entries);
        }

        public Optional<Node> get(String key) {
            for (Entry e : entries) {
                if (e.key.equals(key)) {
                    return Optional.of(e.value);
                }
            }
            return Optional.empty();
        }

        public Optional<Entry> entry(String key) {
            for (Entry e : entries) {
                if (e.key.equals(key)) {
                    return Optional.of(e);
                }
            }
            return Optional.empty();
        }

        public boolean has(String key) {
            return get(key).isPresent();
        }
    }

    /** One key of a mapping. */
    record Entry(String key, SourceSpan keySpan, Node value) {}

    /** The text of a scalar as the file has it; empty for null, sequences and mappings. */
    default Optional<String> scalar() {
        return switch (this) {
            case Text t -> Optional.of(t.value);
            case Num n -> Optional.of(n.text);
            case Bool b -> Optional.of(Boolean.toString(b.value));
            case Nil n -> Optional.empty();
            case Seq s -> Optional.empty();
            case Obj o -> Optional.empty();
        };
    }

    /** The word for messages: Null, Boolean, Number, String, Array, Object. */
    default String kind() {
        return switch (this) {
            case Nil n -> "Null";
            case Bool b -> "Boolean";
            case Num n -> "Number";
            case Text t -> "String";
            case Seq s -> "Array";
            case Obj o -> "Object";
        };
    }

    /** Whether two values are the same, places aside and 1.0 equal to 1. */
    default boolean same(Node other) {
        return switch (this) {
            case Nil n -> other instanceof Nil;
            case Bool b -> other instanceof Bool o && o.value == b.value;
            case Num n -> other instanceof Num o && o.value.compareTo(n.value) == 0;
            case Text t -> other instanceof Text o && o.value.equals(t.value);
            case Seq s -> other instanceof Seq o && sameItems(s, o);
            case Obj s -> other instanceof Obj o && sameEntries(s, o);
        };
    }

    private static boolean sameItems(Seq a, Seq b) {
        if (a.items.size() != b.items.size()) {
            return false;
        }
        for (int i = 0; i < a.items.size(); i++) {
            if (!a.items.get(i).same(b.items.get(i))) {
                return false;
            }
        }
        return true;
    }

    private static boolean sameEntries(Obj a, Obj b) {
        return a.entries.size() == b.entries.size()
                && a.entries.stream()
                        .allMatch(e -> b.get(e.key).map(v -> v.same(e.value)).orElse(false));
    }

    /** The value as JSON text. */
    default String json() {
        StringBuilder out = new StringBuilder();
        JsonText.write(this, out);
        return out.toString();
    }
}
