package dev.hinny.specs;

import dev.hinny.base.SourceSpan;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.events.AliasEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.MappingEndEvent;
import org.snakeyaml.engine.v2.events.MappingStartEvent;
import org.snakeyaml.engine.v2.events.NodeEvent;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.events.SequenceEndEvent;
import org.snakeyaml.engine.v2.events.SequenceStartEvent;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/** Builds located trees from YAML events (YAML 1.2 core schema, plus merge keys) and from JSON. For the readers of this module. */
public final class Trees {
    private static final Pattern NUMBER = Pattern.compile("[-+]?(\\.[0-9]+|[0-9]+(\\.[0-9]*)?)([eE][-+]?[0-9]{1,4})?");
    private static final Pattern OTHER_BASE = Pattern.compile("0(x[0-9a-fA-F]{1,16}|o[0-7]{1,20})");

    private final Files files;
    private final String name;
    private final Tags tags;
    private final Map<String, Node> anchors = new HashMap<>();
    private @Nullable Iterator<Event> events;

    private Trees(Files files, String name, Tags tags) {
        this.files = files;
        this.name = name;
        this.tags = tags;
    }

    /** What a tag of the language does to a scalar, for example RAML's {@code !include}. */
    public interface Tags {
        /** The value that a tagged scalar stands for; empty where the tag is unknown. */
        Optional<Node> apply(String tag, String text, SourceSpan place);
    }

    /** The tree of a YAML or JSON file; empty and reported where the text is neither. */
    public static Optional<Node> parse(Files files, String name, String text) {
        String start = text.stripLeading();
        if (start.startsWith("{") && text.indexOf('\t') >= 0
                || Files.extension(name).equals("json")) {
            return JsonTree.parse(
                    text,
                    files.label(name),
                    files.limits().depth(),
                    (place, message) -> files.problems().error("SPEC-BAD-JSON", place, message, ""));
        }
        return yaml(files, name, text, (tag, value, place) -> Optional.empty());
    }

    public static Optional<Node> yaml(Files files, String name, String text, Tags tags) {
        return new Trees(files, name, tags).document(text);
    }

    private Optional<Node> document(String text) {
        LoadSettings settings = LoadSettings.builder()
                .setLabel(name)
                .setUseMarks(true)
                .setCodePointLimit(Integer.MAX_VALUE)
                .build();
        try {
            events = new Parse(settings).parseString(text).iterator();
            while (events.hasNext()) {
                Event event = events.next();
                if (event instanceof NodeEvent) {
                    return Optional.of(node(event, 0));
                }
            }
            return Optional.of(new Node.Nil(files.at(name)));
        } catch (MarkedYamlEngineException e) {
            SourceSpan place = e.getProblemMark().map(this::point).orElse(files.at(name));
            files.problems().error("SPEC-BAD-YAML", place, "not valid YAML: " + e.getProblem(), "");
        } catch (YamlEngineException e) {
            files.problems().error("SPEC-BAD-YAML", files.at(name), "not valid YAML: " + e.getMessage(), "");
        } catch (TooMuch e) {
            files.problems()
                    .error(
                            "SPEC-TOO-DEEP",
                            e.place,
                            "values nest deeper than " + files.limits().depth(),
                            "");
        }
        return Optional.empty();
    }

    private Event next() {
        if (events == null || !events.hasNext()) {
            throw new YamlEngineException("the file ends too early");
        }
        return events.next();
    }

    private Node node(Event event, int depth) {
        SourceSpan start = span(event);
        if (depth > files.limits().depth() || !files.spend(1, start)) {
            throw new TooMuch(start);
        }
        return switch (event) {
            case AliasEvent a -> alias(a, start);
            case ScalarEvent s -> anchored(s, scalar(s, start));
            case SequenceStartEvent s -> {
                List<Node> items = new ArrayList<>();
                Event item = next();
                while (!(item instanceof SequenceEndEvent)) {
                    items.add(node(item, depth + 1));
                    item = next();
                }
                yield anchored(s, new Node.Seq(items, start));
            }
            case MappingStartEvent m -> anchored(m, mapping(start, depth));
            default -> new Node.Nil(start);
        };
    }

    private Node alias(AliasEvent event, SourceSpan start) {
        Node target = anchors.get(event.getAlias().getValue());
        if (target == null) {
            files.problems()
                    .error(
                            "SPEC-BAD-YAML",
                            start,
                            "the alias '*" + event.getAlias().getValue() + "' has no anchor",
                            "");
            return new Node.Nil(start);
        }
        if (!files.spend(size(target), start)) {
            throw new TooMuch(start);
        }
        return target;
    }

    private static int size(Node node) {
        return switch (node) {
            case Node.Seq s -> 1 + s.items().stream().mapToInt(Trees::size).sum();
            case Node.Obj o ->
                1 + o.entries().stream().mapToInt(e -> size(e.value())).sum();
            case Node.Nil n -> 1;
            case Node.Bool b -> 1;
            case Node.Num n -> 1;
            case Node.Text t -> 1;
        };
    }

    private Node anchored(NodeEvent event, Node node) {
        event.getAnchor().ifPresent(a -> anchors.put(a.getValue(), node));
        return node;
    }

    private Node mapping(SourceSpan start, int depth) {
        List<Node.Entry> entries = new ArrayList<>();
        List<Node> merged = new ArrayList<>();
        Set<String> keys = new HashSet<>();
        Event event = next();
        while (!(event instanceof MappingEndEvent)) {
            SourceSpan place = span(event);
            Optional<String> key;
            if (event instanceof ScalarEvent s) {
                key = Optional.of(s.getValue());
            } else {
                key = node(event, depth + 1).scalar();
                if (key.isEmpty()) {
                    files.problems().error("SPEC-BAD-KEY", place, "a key must be text", "");
                }
            }
            boolean merge = key.isPresent() && key.get().equals("<<") && event instanceof ScalarEvent s && s.isPlain();
            Node value = node(next(), depth + 1);
            if (merge) {
                merged.add(value);
            } else if (key.isPresent() && keys.add(key.get())) {
                entries.add(new Node.Entry(key.get(), place, value));
            } else if (key.isPresent()) {
                files.problems()
                        .error(
                                "SPEC-DUPLICATE-KEY",
                                place,
                                "the key '" + key.get() + "' stands here for the second time",
                                "");
            }
            event = next();
        }
        for (Node value : merged) {
            merge(value, entries, keys);
        }
        return new Node.Obj(entries, start);
    }

    private static void merge(Node value, List<Node.Entry> entries, Set<String> keys) {
        List<Node> sources = value instanceof Node.Seq s ? s.items() : List.of(value);
        for (Node source : sources) {
            if (source instanceof Node.Obj o) {
                o.entries().stream().filter(e -> keys.add(e.key())).forEach(entries::add);
            }
        }
    }

    private Node scalar(ScalarEvent event, SourceSpan place) {
        String text = event.getValue();
        String tag = event.getTag().orElse("");
        if (!tag.isEmpty() && !tag.equals("!")) {
            Optional<Node> applied = tags.apply(tag, text, place);
            if (applied.isPresent()) {
                return applied.get();
            }
            if (tag.endsWith("yaml.org,2002:str")) {
                return new Node.Text(text, place);
            }
            if (!tag.contains("yaml.org,2002:")) {
                files.problems()
                        .error(
                                "SPEC-UNKNOWN-TAG",
                                place,
                                "the tag '" + tag + "' is unknown",
                                "only '!include' has a meaning");
            }
        }
        return event.isPlain() ? plain(text, place) : new Node.Text(text, place);
    }

    /** The value of unquoted text by the rules of the YAML 1.2 core schema. */
    public static Node plain(String text, SourceSpan place) {
        return switch (text) {
            case "", "~", "null", "Null", "NULL" -> new Node.Nil(place);
            case "true", "True", "TRUE" -> new Node.Bool(true, place);
            case "false", "False", "FALSE" -> new Node.Bool(false, place);
            default -> {
                if (text.length() < 400 && NUMBER.matcher(text).matches()) {
                    String digits = text.endsWith(".") ? text + "0" : text;
                    yield new Node.Num(new BigDecimal(digits), text, place);
                }
                if (OTHER_BASE.matcher(text).matches()) {
                    int base = text.charAt(1) == 'x' ? 16 : 8;
                    yield new Node.Num(new BigDecimal(new java.math.BigInteger(text.substring(2), base)), text, place);
                }
                yield new Node.Text(text, place);
            }
        };
    }

    private SourceSpan span(Event event) {
        SourceSpan start = event.getStartMark().map(this::point).orElse(files.at(name));
        if (!(event instanceof ScalarEvent)) {
            return start;
        }
        return event.getEndMark().map(this::point).map(start::to).orElse(start);
    }

    private SourceSpan point(Mark mark) {
        int line = mark.getLine() + 1;
        int column = mark.getColumn() + 1;
        return new SourceSpan(files.label(name), line, column, line, column, mark.getIndex(), mark.getIndex());
    }

    /** Leaves a tree that is too deep or too large. */
    private static final class TooMuch extends RuntimeException {
        private static final long serialVersionUID = 1L;
        private final transient SourceSpan place;

        TooMuch(SourceSpan place) {
            super("too deep", null, false, false);
            this.place = place;
        }
    }
}
