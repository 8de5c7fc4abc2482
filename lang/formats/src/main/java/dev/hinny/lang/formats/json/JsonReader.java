package dev.hinny.lang.formats.json;

import dev.hinny.lang.engine.value.ArrayValue;
import dev.hinny.lang.engine.value.BooleanValue;
import dev.hinny.lang.engine.value.Entry;
import dev.hinny.lang.engine.value.EntryObject;
import dev.hinny.lang.engine.value.Key;
import dev.hinny.lang.engine.value.ListArray;
import dev.hinny.lang.engine.value.NullValue;
import dev.hinny.lang.engine.value.NumberValue;
import dev.hinny.lang.engine.value.ObjectValue;
import dev.hinny.lang.engine.value.Schema;
import dev.hinny.lang.engine.value.StringValue;
import dev.hinny.lang.engine.value.Value;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.exc.StreamReadException;

/** Builds values straight from the token stream; keys that repeat over a document share one object. */
final class JsonReader {
    private final JsonParser parser;
    private final Map<String, Key> keys = new HashMap<>();

    JsonReader(JsonParser parser) {
        this.parser = parser;
    }

    Value document() {
        JsonToken first = parser.nextToken();
        if (first == null) {
            throw new StreamReadException(parser, "the document is empty", parser.currentLocation());
        }
        Value value = value(first);
        if (parser.nextToken() != null) {
            throw new StreamReadException(
                    parser, "unexpected content after the end of the document", parser.currentTokenLocation());
        }
        return value;
    }

    private Value value(JsonToken token) {
        return switch (token) {
            case START_OBJECT -> object();
            case START_ARRAY -> array();
            case VALUE_STRING -> StringValue.of(parser.getString());
            case VALUE_NUMBER_INT -> whole();
            case VALUE_NUMBER_FLOAT -> NumberValue.of(parser.getDecimalValue());
            case VALUE_TRUE -> BooleanValue.TRUE;
            case VALUE_FALSE -> BooleanValue.FALSE;
            case VALUE_NULL -> NullValue.NULL;
            case NOT_AVAILABLE, END_OBJECT, END_ARRAY, PROPERTY_NAME, VALUE_EMBEDDED_OBJECT ->
                throw new StreamReadException(parser, "unexpected " + token, parser.currentTokenLocation());
        };
    }

    private Value whole() {
        return switch (parser.getNumberType()) {
            case INT, LONG -> NumberValue.of(parser.getLongValue());
            case BIG_INTEGER, FLOAT, DOUBLE, BIG_DECIMAL -> NumberValue.of(parser.getBigIntegerValue());
        };
    }

    private Value object() {
        Entry[] entries = new Entry[8];
        int count = 0;
        while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
            Key key = key(parser.currentName());
            if (count == entries.length) {
                entries = Arrays.copyOf(entries, count * 2);
            }
            entries[count++] = new Entry.Pair(key, value(parser.nextToken()));
        }
        if (count == 0) {
            return ObjectValue.EMPTY;
        }
        return new EntryObject(count == entries.length ? entries : Arrays.copyOf(entries, count), Schema.NONE);
    }

    private Key key(String name) {
        Key known = keys.get(name);
        if (known == null) {
            known = Key.of(name);
            keys.put(name, known);
        }
        return known;
    }

    private Value array() {
        Value[] items = new Value[8];
        int count = 0;
        for (JsonToken token = parser.nextToken(); token != JsonToken.END_ARRAY; token = parser.nextToken()) {
            if (count == items.length) {
                items = Arrays.copyOf(items, count * 2);
            }
            items[count++] = value(token);
        }
        return count == 0 ? ArrayValue.EMPTY : new ListArray(Arrays.asList(Arrays.copyOf(items, count)), Schema.NONE);
    }
}
