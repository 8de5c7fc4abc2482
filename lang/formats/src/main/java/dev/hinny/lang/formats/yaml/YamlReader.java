package dev.hinny.lang.formats.yaml;

import dev.hinny.base.Problem;
import dev.hinny.base.SourceSpan;
import dev.hinny.lang.engine.format.Format;
import dev.hinny.lang.engine.format.FormatException;
import dev.hinny.lang.engine.value.ArrayValue;
import dev.hinny.lang.engine.value.Entry;
import dev.hinny.lang.engine.value.Key;
import dev.hinny.lang.engine.value.ListArray;
import dev.hinny.lang.engine.value.NullValue;
import dev.hinny.lang.engine.value.ObjectValue;
import dev.hinny.lang.engine.value.Schema;
import dev.hinny.lang.engine.value.StringValue;
import dev.hinny.lang.engine.value.Value;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.events.AliasEvent;
import org.snakeyaml.engine.v2.events.CollectionStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.MappingStartEvent;
import org.snakeyaml.engine.v2.events.NodeEvent;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.events.SequenceStartEvent;
import org.snakeyaml.engine.v2.parser.ParserImpl;

/** Builds values from the event stream. An alias is the very value of its anchor, and counts as much as that has nodes. */
final class YamlReader {
    private static final long MAX_EXPANDED_NODES = 10_000_000;

    private final ParserImpl events;
    private final String name;
    private final int maxAliases;
    private final Map<String, Anchored> anchors = new HashMap<>();
    private final Map<String, Key> keys = new HashMap<>();
    private int aliases;
    private long nodes;
    private int depth;

    /** The value of an anchor, null while it is being read, with the number of its nodes. */
    private record Anchored(@Nullable Value value, long nodes) {}

    /** Where in a mapping a merge key stood, and what it brings in. */
    private record Merge(int index, List<ObjectValue> sources) {}

    YamlReader(ParserImpl events, String name, int maxAliases) {
        this.events = events;
        this.name = name;
        this.maxAliases = maxAliases;
    }

    Value document() {
        events.next();
        if (events.checkEvent(Event.ID.StreamEnd)) {
            return NullValue.NULL;
        }
        events.next();
        Value value = node(events.next());
        events.next();
        if (!events.checkEvent(Event.ID.StreamEnd)) {
            Event second = events.peekEvent();
            throw new FormatException(Problem.error(
                    "SEVERAL-DOCUMENTS",
                    YamlFormat.bad(name, second.getStartMark(), "", null)
                            .first()
                            .place(),
                    "a second YAML document starts here, and only one can be read",
                    "split the text at the lines '---' and read each part"));
        }
        return value;
    }

    private Value node(Event event) {
        nodes++;
        return switch (event) {
            case AliasEvent alias -> alias(alias);
            case ScalarEvent scalar -> anchored(scalar, YamlScalars.value(scalar, this), 1);
            case SequenceStartEvent start -> collection(start);
            case MappingStartEvent start -> collection(start);
            default -> throw bad(event, "unexpected " + event.getEventId());
        };
    }

    private Value collection(CollectionStartEvent start) {
        if (++depth > Format.MAX_DEPTH) {
            throw bad(start, "more than " + Format.MAX_DEPTH + " levels of nesting");
        }
        long before = nodes;
        start.getAnchor().ifPresent(a -> anchors.put(a.getValue(), new Anchored(null, 0)));
        Value value = start instanceof MappingStartEvent ? mapping() : sequence();
        depth--;
        return anchored(start, YamlScalars.tagged(value, start.getTag()), nodes - before + 1);
    }

    private Value anchored(NodeEvent event, Value value, long weight) {
        event.getAnchor().ifPresent(a -> anchors.put(a.getValue(), new Anchored(value, weight)));
        return value;
    }

    private Value alias(AliasEvent event) {
        String anchor = event.getAlias().getValue();
        Anchored found = anchors.get(anchor);
        if (found == null) {
            throw bad(event, "there is no anchor '&" + anchor + "' before the alias");
        }
        if (found.value == null) {
            throw bad(event, "the alias '*" + anchor + "' stands inside its own anchor");
        }
        if (found.value instanceof ObjectValue || found.value instanceof ArrayValue) {
            nodes += found.nodes;
            if (++aliases > maxAliases) {
                throw limit(
                        event,
                        "more than " + maxAliases + " aliases of sequences and mappings",
                        "raise the reader's property maxEntityCount when the document can be trusted");
            }
            if (nodes > MAX_EXPANDED_NODES) {
                throw limit(event, "the aliases make more than " + MAX_EXPANDED_NODES + " nodes", "use fewer aliases");
            }
        }
        return found.value;
    }

    private Value sequence() {
        List<Value> items = new ArrayList<>();
        for (Event event = events.next(); event.getEventId() != Event.ID.SequenceEnd; event = events.next()) {
            items.add(node(event));
        }
        return items.isEmpty() ? ArrayValue.EMPTY : new ListArray(items, Schema.NONE);
    }

    private Value mapping() {
        List<Entry> entries = new ArrayList<>();
        List<Merge> merges = new ArrayList<>();
        for (Event event = events.next(); event.getEventId() != Event.ID.MappingEnd; event = events.next()) {
            if (isMerge(event)) {
                Event source = events.next();
                merges.add(new Merge(entries.size(), sources(node(source), source)));
                continue;
            }
            Key key = key(event);
            entries.add(new Entry.Pair(key, node(events.next())));
        }
        return ObjectValue.of(merges.isEmpty() ? entries : merged(entries, merges));
    }

    private static boolean isMerge(Event event) {
        return event instanceof ScalarEvent scalar
                && scalar.getValue().equals("<<")
                && (scalar.isPlain() && scalar.getTag().isEmpty()
                        || scalar.getTag().orElse("").equals("tag:yaml.org,2002:merge"));
    }

    private List<ObjectValue> sources(Value value, Event event) {
        if (value instanceof ObjectValue object) {
            return List.of(object);
        }
        List<ObjectValue> all = new ArrayList<>();
        if (value instanceof ArrayValue array) {
            for (Value item : array) {
                if (item instanceof ObjectValue object) {
                    all.add(object);
                } else {
                    throw bad(event, "the merge key '<<' needs mappings");
                }
            }
            return all;
        }
        throw bad(event, "the merge key '<<' needs a mapping or a sequence of mappings");
    }

    /** Own keys win over merged ones, earlier sources over later ones. */
    private static List<Entry> merged(List<Entry> own, List<Merge> merges) {
        Set<String> taken = new HashSet<>();
        own.forEach(e -> taken.add(e.key().name()));
        List<Entry> result = new ArrayList<>();
        int from = 0;
        for (Merge merge : merges) {
            result.addAll(own.subList(from, merge.index));
            from = merge.index;
            for (ObjectValue source : merge.sources) {
                for (Entry entry : source) {
                    if (taken.add(entry.key().name())) {
                        result.add(entry);
                    }
                }
            }
        }
        result.addAll(own.subList(from, own.size()));
        return result;
    }

    private Key key(Event event) {
        if (event instanceof ScalarEvent scalar) {
            nodes++;
            anchored(scalar, YamlScalars.value(scalar, this), 1);
            return keys.computeIfAbsent(scalar.getValue(), Key::of);
        }
        if (event instanceof AliasEvent alias && alias(alias) instanceof StringValue text) {
            return keys.computeIfAbsent(text.text(), Key::of);
        }
        throw bad(event, "a key must be text, not a sequence or mapping");
    }

    FormatException bad(Event event, String what) {
        return YamlFormat.bad(name, event.getStartMark(), what, null);
    }

    private FormatException limit(Event event, String what, String hint) {
        SourceSpan place =
                YamlFormat.bad(name, event.getStartMark(), "", null).first().place();
        return new FormatException(Problem.error("TOO-MANY-ALIASES", place, what, hint));
    }
}
