package dev.hinny.gateway.api.config;

import dev.hinny.base.Problems;
import dev.hinny.base.SourceSpan;
import dev.hinny.base.SourceText;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.json.JsonFactory;

/** Reads JSON to {@link Json}, with limits of size and depth. */
final class JsonText {
    private static final int MAX_LENGTH = 1 << 20;
    private static final JsonFactory FACTORY = JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(32)
                    .maxDocumentLength(MAX_LENGTH)
                    .build())
            .build();

    private final SourceText source;
    private final Problems problems;
    private final JsonParser parser;

    private JsonText(SourceText source, Problems problems, JsonParser parser) {
        this.source = source;
        this.problems = problems;
        this.parser = parser;
    }

    /** Empty, with a problem, where the text is no JSON. */
    static Optional<Json> read(SourceText source, Problems problems) {
        if (source.text().length() > MAX_LENGTH) {
            problems.error(
                    "CONFIGURATION-TOO-LARGE",
                    source.span(0, 0),
                    "the configuration has " + source.text().length() + " characters, expected at most " + MAX_LENGTH,
                    "");
            return Optional.empty();
        }
        try (JsonParser parser = FACTORY.createParser(ObjectReadContext.empty(), source.text())) {
            JsonText reader = new JsonText(source, problems, parser);
            parser.nextToken();
            Json value = reader.value();
            if (parser.nextToken() != null) {
                problems.error("BAD-JSON", reader.here(), "found more text after the end of the JSON value", "");
                return Optional.empty();
            }
            return Optional.of(value);
        } catch (JacksonException e) {
            TokenStreamLocation at = e.getLocation();
            int offset = at == null ? 0 : (int) Math.max(0, at.getCharOffset());
            problems.error(
                    "BAD-JSON",
                    source.span(offset, offset + 1),
                    "the configuration is not JSON: " + e.getOriginalMessage(),
                    "write a JSON object such as {\"key\": \"value\"}");
            return Optional.empty();
        }
    }

    private SourceSpan here() {
        int start = (int) Math.max(0, parser.currentTokenLocation().getCharOffset());
        int end = (int) Math.max(start, parser.currentLocation().getCharOffset());
        return source.span(start, end);
    }

    private Json value() {
        JsonToken token = parser.currentToken();
        if (token == null) {
            return Json.Obj.empty(source.span(0, 0));
        }
        SourceSpan place = here();
        return switch (token) {
            case START_OBJECT -> object(place);
            case START_ARRAY -> array(place);
            case VALUE_STRING -> text(place);
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> new Json.Num(parser.getString(), place);
            case VALUE_TRUE -> new Json.Bool(true, place);
            case VALUE_FALSE -> new Json.Bool(false, place);
            case VALUE_NULL -> new Json.Null(place);
            default -> throw new IllegalStateException("unexpected token " + token);
        };
    }

    private Json text(SourceSpan place) {
        String value = parser.getString();
        return new Json.Text(value, place.to(here()));
    }

    private Json object(SourceSpan place) {
        Json.Obj object = Json.Obj.empty(place);
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String key = parser.currentName();
            SourceSpan keyPlace = here();
            parser.nextToken();
            Json value = value();
            if (object.members().containsKey(key)) {
                problems.error("DUPLICATE-KEY", keyPlace, "found the key '" + key + "' twice, expected it once", "");
            }
            object.members().put(key, value);
            object.keys().put(key, keyPlace);
        }
        return object;
    }

    private Json array(SourceSpan place) {
        List<Json> items = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            items.add(value());
        }
        return new Json.Arr(items, place);
    }
}
