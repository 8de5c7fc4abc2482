package dev.hinny.specs;

import dev.hinny.base.SourceSpan;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.json.JsonFactory;

/** Builds located trees from JSON text. */
public final class JsonTree {
    private static final JsonFactory FACTORY = JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(2_000)
                    .maxNumberLength(1_000)
                    .build())
            .build();

    private final JsonParser parser;
    private final String source;
    private final int maxDepth;
    private final BiConsumer<SourceSpan, String> report;

    private JsonTree(JsonParser parser, String source, int maxDepth, BiConsumer<SourceSpan, String> report) {
        this.parser = parser;
        this.source = source;
        this.maxDepth = maxDepth;
        this.report = report;
    }

    /** The whole text as one value; empty and reported where it is no JSON. */
    public static Optional<Node> parse(
            String text, String source, int maxDepth, BiConsumer<SourceSpan, String> report) {
        try (JsonParser parser = FACTORY.createParser(ObjectReadContext.empty(), text)) {
            JsonTree tree = new JsonTree(parser, source, maxDepth, report);
            if (parser.nextToken() == null) {
                report.accept(SourceSpan.file(source), "not valid JSON: it is empty");
                return Optional.empty();
            }
            Node root = tree.value(0);
            if (parser.nextToken() != null) {
                report.accept(tree.span(), "not valid JSON: something follows the value");
                return Optional.empty();
            }
            return Optional.of(root);
        } catch (JacksonException e) {
            TokenStreamLocation at = e.getLocation();
            report.accept(
                    at == null ? SourceSpan.file(source) : span(source, at),
                    "not valid JSON: " + e.getOriginalMessage());
            return Optional.empty();
        }
    }

    private Node value(int depth) {
        SourceSpan place = span();
        if (depth > maxDepth) {
            report.accept(place, "values nest deeper than " + maxDepth);
            parser.skipChildren();
            return new Node.Nil(place);
        }
        JsonToken token = parser.currentToken();
        return switch (token) {
            case START_OBJECT -> object(place, depth);
            case START_ARRAY -> {
                List<Node> items = new ArrayList<>();
                while (parser.nextToken() != JsonToken.END_ARRAY) {
                    items.add(value(depth + 1));
                }
                yield new Node.Seq(items, place);
            }
            case VALUE_STRING -> new Node.Text(parser.getString(), place);
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> Trees.plain(parser.getString(), place);
            case VALUE_TRUE -> new Node.Bool(true, place);
            case VALUE_FALSE -> new Node.Bool(false, place);
            case VALUE_NULL, VALUE_EMBEDDED_OBJECT, NOT_AVAILABLE, END_OBJECT, END_ARRAY, PROPERTY_NAME ->
                new Node.Nil(place);
        };
    }

    private Node object(SourceSpan place, int depth) {
        List<Node.Entry> entries = new ArrayList<>();
        Set<String> keys = new HashSet<>();
        while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
            String key = parser.currentName();
            SourceSpan keyPlace = span();
            parser.nextToken();
            Node value = value(depth + 1);
            if (keys.add(key)) {
                entries.add(new Node.Entry(key, keyPlace, value));
            }
        }
        return new Node.Obj(entries, place);
    }

    private SourceSpan span() {
        return span(source, parser.currentTokenLocation());
    }

    private static SourceSpan span(String source, TokenStreamLocation at) {
        int line = Math.max(1, at.getLineNr());
        int column = Math.max(1, at.getColumnNr());
        int offset = (int) Math.max(0, at.getCharOffset());
        return new SourceSpan(source, line, column, line, column, offset, offset);
    }
}
