package dev.hinny.lang.formats.flatfile;

import dev.hinny.base.SourceSpan;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.common.Anchor;
import org.snakeyaml.engine.v2.events.AliasEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.MappingStartEvent;
import org.snakeyaml.engine.v2.events.NodeEvent;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.events.SequenceStartEvent;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.parser.ParserImpl;
import org.snakeyaml.engine.v2.scanner.StreamReader;

/** A schema's YAML with the place of every part. */
sealed interface SchemaTree {
    SourceSpan place();

    /** A single value as it is written. */
    record Text(String text, SourceSpan place) implements SchemaTree {}

    /** A sequence. */
    record Items(List<SchemaTree> items, SourceSpan place) implements SchemaTree {}

    /** A mapping; its keys are in lower case. */
    record Fields(Map<String, SchemaTree> map, SourceSpan place) implements SchemaTree {
        @Nullable
        SchemaTree get(String key) {
            return map.get(key);
        }

        /** These fields, and those of another mapping that it lacks. */
        Fields over(Fields other) {
            Map<String, SchemaTree> all = new LinkedHashMap<>(other.map);
            all.putAll(map);
            return new Fields(all, place);
        }
    }

    /** @throws dev.hinny.lang.engine.format.FormatException when it is no YAML, with the place */
    static SchemaTree parse(String text, String source) {
        LoadSettings settings =
                LoadSettings.builder().setParseComments(false).setLabel(source).build();
        StreamReader reader = new StreamReader(settings, text);
        try {
            return new Builder(new ParserImpl(settings, reader), source).document();
        } catch (MarkedYamlEngineException e) {
            Optional<Mark> mark = e.getProblemMark().isPresent() ? e.getProblemMark() : e.getContextMark();
            throw Faults.schema(
                    Builder.span(source, mark), "no valid YAML: " + e.getProblem(), "check the schema there");
        } catch (YamlEngineException e) {
            throw Faults.schema(SourceSpan.file(source), "no valid YAML: " + e.getMessage(), "check the schema");
        } catch (NumberFormatException | IndexOutOfBoundsException _) {
            // the scanner lets these through for damaged tags and escapes
            throw Faults.schema(
                    Builder.span(source, reader.getMark()),
                    "no valid YAML: what stands before this place is damaged",
                    "check the schema there");
        }
    }

    /** Builds the tree from the parser's events. */
    final class Builder {
        private static final int MAX_DEPTH = 50;

        private final ParserImpl events;
        private final String source;
        private final Map<Anchor, SchemaTree> anchors = new HashMap<>();
        private int depth;

        Builder(ParserImpl events, String source) {
            this.events = events;
            this.source = source;
        }

        SchemaTree document() {
            events.next();
            if (events.checkEvent(Event.ID.StreamEnd)) {
                throw Faults.schema(SourceSpan.file(source), "the schema is empty", "start it with 'form: FLATFILE'");
            }
            events.next();
            return node(events.next());
        }

        private SchemaTree node(Event event) {
            SourceSpan place = span(source, event.getStartMark());
            if (event instanceof AliasEvent alias) {
                SchemaTree known = anchors.get(alias.getAlias());
                if (known == null) {
                    throw Faults.schema(place, "there is no complete anchor '&" + alias.getAlias() + "' before", "");
                }
                return known;
            }
            if (++depth > MAX_DEPTH) {
                throw Faults.schema(place, "more than " + MAX_DEPTH + " levels of nesting", "define parts apart");
            }
            SchemaTree tree = switch (event) {
                case ScalarEvent scalar -> new Text(scalar.getValue(), place);
                case SequenceStartEvent _ -> {
                    List<SchemaTree> items = new ArrayList<>();
                    while (!events.checkEvent(Event.ID.SequenceEnd)) {
                        items.add(node(events.next()));
                    }
                    events.next();
                    yield new Items(items, place);
                }
                case MappingStartEvent _ -> {
                    Map<String, SchemaTree> map = new LinkedHashMap<>();
                    while (!events.checkEvent(Event.ID.MappingEnd)) {
                        if (!(node(events.next()) instanceof Text(String key, SourceSpan at))) {
                            throw Faults.schema(place, "a key of this mapping is no text", "");
                        }
                        if (map.put(key.toLowerCase(Locale.ROOT), node(events.next())) != null) {
                            throw Faults.schema(at, "the key '" + key + "' stands twice in one mapping", "");
                        }
                    }
                    events.next();
                    yield new Fields(map, place);
                }
                default -> throw Faults.schema(place, "unexpected " + event.getEventId(), "check the schema there");
            };
            depth--;
            if (event instanceof NodeEvent node) {
                node.getAnchor().ifPresent(a -> anchors.put(a, tree));
            }
            return tree;
        }

        static SourceSpan span(String source, Optional<Mark> mark) {
            return mark.map(m -> new SourceSpan(
                            source,
                            m.getLine() + 1,
                            m.getColumn() + 1,
                            m.getLine() + 1,
                            m.getColumn() + 2,
                            m.getIndex(),
                            m.getIndex()))
                    .orElse(SourceSpan.file(source));
        }
    }
}
