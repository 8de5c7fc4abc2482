package dev.hinny.plane.server.exchange;

import dev.hinny.plane.contract.Json;
import dev.hinny.plane.server.usecase.Refusal;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Reads a GraphQL query: fields with arguments and selections. Fragments and directives are refused. */
final class GraphQuery {
    private static final int MAX_DEPTH = 20;

    private final String text;
    private final JsonNode variables;
    private int at;

    /** A field that is asked for; no selections means a plain value. */
    record Field(String alias, String name, ObjectNode arguments, List<Field> selections) {
        /** The asked-for part of a value. */
        JsonNode select(JsonNode value) {
            if (selections.isEmpty() || value.isNull()) {
                return value;
            }
            if (value instanceof ArrayNode array) {
                ArrayNode all = Json.mapper().createArrayNode();
                array.forEach(element -> all.add(select(element)));
                return all;
            }
            ObjectNode selected = Json.mapper().createObjectNode();
            for (Field field : selections) {
                JsonNode inner = value.path(field.name());
                selected.set(
                        field.alias(), inner.isMissingNode() ? Json.mapper().nullNode() : field.select(inner));
            }
            return selected;
        }
    }

    private GraphQuery(String text, JsonNode variables) {
        this.text = text;
        this.variables = variables;
    }

    /** The root fields of the document's first operation. */
    static List<Field> parse(String text, JsonNode variables) {
        GraphQuery query = new GraphQuery(text, variables);
        query.blank();
        if (query.peek() != '{') {
            String kind = query.name();
            if (!kind.equals("query")) {
                throw query.wrong("'" + kind + "' is not supported, expected 'query'");
            }
            // Name and declarations of variables say nothing that their values do not.
            while (query.peek() != '{') {
                query.at++;
            }
        }
        return query.selections(0);
    }

    private List<Field> selections(int depth) {
        if (depth > MAX_DEPTH) {
            throw wrong("the query is nested too deeply");
        }
        expect('{');
        List<Field> fields = new ArrayList<>();
        while (!skip('}')) {
            String name = name();
            String alias = name;
            if (skip(':')) {
                name = name();
            }
            ObjectNode arguments =
                    skip('(') ? object(')', depth) : Json.mapper().createObjectNode();
            fields.add(new Field(alias, name, arguments, peek() == '{' ? selections(depth + 1) : List.of()));
        }
        return fields;
    }

    private ObjectNode object(char end, int depth) {
        ObjectNode object = Json.mapper().createObjectNode();
        while (!skip(end)) {
            String name = name();
            expect(':');
            object.set(name, value(depth + 1));
        }
        return object;
    }

    private JsonNode value(int depth) {
        if (depth > MAX_DEPTH) {
            throw wrong("the query is nested too deeply");
        }
        char c = peek();
        if (skip('$')) {
            JsonNode value = variables.path(name());
            return value.isMissingNode() ? Json.mapper().nullNode() : value;
        }
        if (skip('{')) {
            return object('}', depth);
        }
        if (skip('[')) {
            ArrayNode array = Json.mapper().createArrayNode();
            while (!skip(']')) {
                array.add(value(depth + 1));
            }
            return array;
        }
        if (c == '"') {
            return string();
        }
        int start = at;
        while (at < text.length()
                && (Character.isLetterOrDigit(text.charAt(at)) || "_-+.".indexOf(text.charAt(at)) >= 0)) {
            at++;
        }
        String word = text.substring(start, at);
        if (word.isEmpty()) {
            throw wrong("found '" + c + "', expected a value");
        }
        blank();
        if (word.matches("-?[0-9]+")) {
            return Json.mapper().getNodeFactory().numberNode(new BigDecimal(word));
        }
        return switch (word) {
            case "true", "false" -> Json.mapper().getNodeFactory().booleanNode(word.equals("true"));
            case "null" -> Json.mapper().nullNode();
            default -> Json.mapper().getNodeFactory().stringNode(word);
        };
    }

    private JsonNode string() {
        int start = at++;
        while (at < text.length() && text.charAt(at) != '"') {
            at += text.charAt(at) == '\\' ? 2 : 1;
        }
        if (at >= text.length()) {
            throw wrong("a string has no end");
        }
        String literal = text.substring(start, ++at);
        blank();
        return Json.mapper().readTree(literal);
    }

    private String name() {
        int start = at;
        while (at < text.length() && (Character.isLetterOrDigit(text.charAt(at)) || text.charAt(at) == '_')) {
            at++;
        }
        if (start == at) {
            throw wrong("found '" + peek() + "', expected a name");
        }
        String name = text.substring(start, at);
        blank();
        return name;
    }

    private boolean skip(char c) {
        if (peek() != c) {
            return false;
        }
        at++;
        blank();
        return true;
    }

    private void expect(char c) {
        if (!skip(c)) {
            throw wrong("found '" + peek() + "', expected '" + c + "'");
        }
    }

    private char peek() {
        if (at >= text.length()) {
            throw wrong("the query ends too early");
        }
        return text.charAt(at);
    }

    private void blank() {
        while (at < text.length() && (Character.isWhitespace(text.charAt(at)) || text.charAt(at) == ',')) {
            at++;
        }
    }

    private Refusal wrong(String message) {
        return Refusal.badRequest("GraphQL, character " + at + ": " + message);
    }
}
