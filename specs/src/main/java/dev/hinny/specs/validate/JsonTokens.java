package dev.hinny.specs.validate;

import dev.hinny.base.SourceSpan;
import dev.hinny.specs.Node;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/** Walks JSON text as it is parsed. */
final class JsonTokens implements Tokens {
    private static final SourceSpan NOWHERE = SourceSpan.file("");
    private final JsonParser parser;

    JsonTokens(JsonParser parser) {
        this.parser = parser;
    }

    @Override
    public Kind kind() {
        return switch (parser.currentToken()) {
            case START_OBJECT -> Kind.OBJECT;
            case START_ARRAY -> Kind.ARRAY;
            case VALUE_STRING -> Kind.STRING;
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> Kind.NUMBER;
            case VALUE_TRUE, VALUE_FALSE -> Kind.BOOLEAN;
            case VALUE_NULL, VALUE_EMBEDDED_OBJECT, NOT_AVAILABLE, END_OBJECT, END_ARRAY, PROPERTY_NAME -> Kind.NULL;
        };
    }

    @Override
    public String text() {
        return parser.getString();
    }

    @Override
    public BigDecimal number() {
        return parser.getDecimalValue();
    }

    @Override
    public boolean bool() {
        return parser.currentToken() == JsonToken.VALUE_TRUE;
    }

    @Override
    public void enter() {}

    @Override
    public @Nullable String nextKey() {
        if (parser.nextToken() != JsonToken.PROPERTY_NAME) {
            return null;
        }
        String name = parser.currentName();
        parser.nextToken();
        return name;
    }

    @Override
    public boolean nextItem() {
        return parser.nextToken() != JsonToken.END_ARRAY;
    }

    @Override
    public void skip() {
        parser.skipChildren();
    }

    @Override
    public Node node() {
        return switch (kind()) {
            case OBJECT -> {
                List<Node.Entry> entries = new ArrayList<>();
                for (String key = nextKey(); key != null; key = nextKey()) {
                    entries.add(new Node.Entry(key, NOWHERE, node()));
                }
                yield new Node.Obj(entries, NOWHERE);
            }
            case ARRAY -> {
                List<Node> items = new ArrayList<>();
                while (nextItem()) {
                    items.add(node());
                }
                yield new Node.Seq(items, NOWHERE);
            }
            case STRING -> new Node.Text(text(), NOWHERE);
            case NUMBER -> new Node.Num(number(), parser.getString(), NOWHERE);
            case BOOLEAN -> new Node.Bool(bool(), NOWHERE);
            case NULL -> new Node.Nil(NOWHERE);
        };
    }
}
