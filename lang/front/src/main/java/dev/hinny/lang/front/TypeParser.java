package dev.hinny.lang.front;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads types. */
final class TypeParser {
    private final Grammar grammar;
    private final Cursor cursor;
    private boolean operand;

    TypeParser(Grammar grammar) {
        this.grammar = grammar;
        this.cursor = grammar.cursor;
    }

    TypeExpression type() {
        int outer = cursor.enter();
        int start = cursor.start();
        TypeExpression first = intersection();
        TypeExpression read = first;
        if (cursor.at(TokenKind.BAR) && !closesObject()) {
            List<TypeExpression> members = new ArrayList<>(List.of(first));
            while (cursor.at(TokenKind.BAR) && !closesObject()) {
                cursor.advance();
                members.add(intersection());
            }
            read = new TypeExpression.Union(cursor.spanFrom(start), members);
        }
        cursor.leave(outer);
        return read;
    }

    /** A type behind {@code as} or {@code is}, where {@code <} may as well compare the value. */
    TypeExpression operandType() {
        boolean outer = operand;
        operand = true;
        TypeExpression read = type();
        operand = outer;
        return read;
    }

    /** A type, or {@code ?} for one that depends on the arguments. */
    TypeExpression returnType() {
        int start = cursor.start();
        if (cursor.accept(TokenKind.QUESTION)) {
            return new TypeExpression.Dynamic(cursor.spanFrom(start));
        }
        return type();
    }

    /** {@code <T, U <: Bound>}, empty where there is none. */
    List<TypeParameter> parameters() {
        List<TypeParameter> parameters = new ArrayList<>();
        if (!cursor.accept(TokenKind.LESS)) {
            return parameters;
        }
        while (cursor.at(TokenKind.WORD)) {
            parameters.add(parameter());
            if (!cursor.accept(TokenKind.COMMA)) {
                break;
            }
        }
        if (!cursor.acceptGreater()) {
            cursor.expected("'>' behind the type parameters", "");
        }
        return parameters;
    }

    private TypeParameter parameter() {
        int start = cursor.start();
        Name name = grammar.names.name("a type parameter");
        TypeExpression bound = cursor.accept(TokenKind.SUBTYPE) ? type() : null;
        return new TypeParameter(cursor.spanFrom(start), name, bound);
    }

    /** {@code <A, B>} behind a name, the current token being {@code <}; reports what is wrong with it. */
    List<TypeExpression> arguments() {
        List<TypeExpression> arguments = new ArrayList<>();
        cursor.advance();
        do {
            arguments.add(type());
        } while (cursor.accept(TokenKind.COMMA));
        if (!cursor.acceptGreater()) {
            cursor.expected("'>' behind the type arguments", "");
        }
        return arguments;
    }

    private boolean closesObject() {
        Token next = cursor.peek();
        return next.start() == cursor.current().end()
                && (next.is(TokenKind.RIGHT_BRACE)
                        || (next.is(TokenKind.MINUS) && cursor.peekAfter(next).is(TokenKind.RIGHT_BRACE)));
    }

    private TypeExpression intersection() {
        int start = cursor.start();
        TypeExpression first = basic();
        if (!cursor.at(TokenKind.AMPERSAND)) {
            return first;
        }
        List<TypeExpression> members = new ArrayList<>(List.of(first));
        while (cursor.accept(TokenKind.AMPERSAND)) {
            members.add(basic());
        }
        return new TypeExpression.Intersection(cursor.spanFrom(start), members);
    }

    private TypeExpression basic() {
        int start = cursor.start();
        TypeExpression read = atom(start);
        while (true) {
            if (cursor.at(TokenKind.DOT) && !(read instanceof TypeExpression.Missing)) {
                cursor.advance();
                KeyName.Fixed name = grammar.names.key("the name of a field");
                read = new TypeExpression.Field(cursor.spanFrom(start), read, name);
            } else if (cursor.at(TokenKind.LEFT_BRACE) && !(read instanceof TypeExpression.Missing)) {
                List<TypeExpression.MetadataEntry> entries = metadata();
                read = new TypeExpression.WithMetadata(cursor.spanFrom(start), read, entries);
            } else {
                return read;
            }
            cursor.grow();
        }
    }

    private TypeExpression atom(int start) {
        return switch (cursor.kind()) {
            case UNDEFINED -> {
                cursor.advance();
                yield new TypeExpression.Undefined(cursor.spanFrom(start));
            }
            case LEFT_BRACE -> object(start);
            case LEFT_PAREN -> parenthesised(start, List.of());
            case LESS -> {
                List<TypeParameter> parameters = parameters();
                yield cursor.at(TokenKind.LEFT_PAREN) ? parenthesised(start, parameters) : missing();
            }
            case QUOTE, NUMBER, MINUS, PLUS -> grammar.literals.starts() ? literal(start) : missing();
            case COLON -> oldType();
            case WORD -> {
                if (cursor.atWord("true") || cursor.atWord("false")) {
                    yield literal(start);
                }
                yield Words.isName(cursor.word()) ? reference(start) : missing();
            }
            default -> missing();
        };
    }

    private TypeExpression literal(int start) {
        Expression literal = grammar.literals.literal();
        return new TypeExpression.Literal(cursor.spanFrom(start), literal);
    }

    private TypeExpression missing() {
        cursor.expected("a type", "");
        return new TypeExpression.Missing(cursor.span(cursor.start(), cursor.start()));
    }

    /** {@code :string} of version 1: reported, and read as the type that it meant. */
    private TypeExpression oldType() {
        cursor.expected("a type", "");
        cursor.advance();
        int start = cursor.start();
        if (!cursor.at(TokenKind.WORD)) {
            return new TypeExpression.Missing(cursor.span(start, start));
        }
        String word = Leftovers.type(cursor.word());
        cursor.advance();
        QualifiedName name = new QualifiedName(cursor.spanFrom(start), null, List.of(), word);
        return new TypeExpression.Reference(name.span(), name, List.of());
    }

    private TypeExpression reference(int start) {
        QualifiedName name = grammar.names.qualified("a type");
        if (!cursor.at(TokenKind.LESS)) {
            return new TypeExpression.Reference(cursor.spanFrom(start), name, List.of());
        }
        Cursor.Mark mark = cursor.mark();
        List<TypeExpression> arguments = arguments();
        if (operand && cursor.problemsSince(mark)) {
            cursor.reset(mark);
            arguments = List.of();
        }
        return new TypeExpression.Reference(cursor.spanFrom(start), name, arguments);
    }

    private TypeExpression parenthesised(int start, List<TypeParameter> typeParameters) {
        int open = cursor.start();
        cursor.advance();
        List<TypeExpression.FunctionParameter> parameters = new ArrayList<>();
        while (!cursor.at(TokenKind.RIGHT_PAREN) && !cursor.at(TokenKind.END)) {
            int position = cursor.start();
            parameters.add(functionParameter());
            if (!grammar.lists.separated(TokenKind.RIGHT_PAREN, position)) {
                break;
            }
        }
        cursor.expectClosing(TokenKind.RIGHT_PAREN, open);
        boolean group = parameters.size() == 1 && parameters.get(0).name() == null && typeParameters.isEmpty();
        if (group && !cursor.at(TokenKind.ARROW)) {
            return parameters.get(0).type();
        }
        if (!cursor.expect(TokenKind.ARROW, "behind the parameters of a function type")) {
            return new TypeExpression.Missing(cursor.spanFrom(start));
        }
        TypeExpression result = type();
        return new TypeExpression.Function(cursor.spanFrom(start), typeParameters, parameters, result);
    }

    private TypeExpression.FunctionParameter functionParameter() {
        int start = cursor.start();
        Name name = null;
        boolean optional = false;
        if (cursor.at(TokenKind.WORD)) {
            Token next = cursor.peek();
            boolean named = next.is(TokenKind.COLON)
                    || (next.is(TokenKind.QUESTION) && cursor.peekAfter(next).is(TokenKind.COLON));
            if (named) {
                name = grammar.names.name("a parameter");
                optional = cursor.accept(TokenKind.QUESTION);
                cursor.advance();
            }
        }
        TypeExpression type = type();
        return new TypeExpression.FunctionParameter(cursor.spanFrom(start), name, optional, type);
    }

    private List<TypeExpression.MetadataEntry> metadata() {
        int open = cursor.start();
        cursor.advance();
        List<TypeExpression.MetadataEntry> entries = new ArrayList<>();
        while (!cursor.at(TokenKind.RIGHT_BRACE) && !cursor.at(TokenKind.END)) {
            int position = cursor.start();
            entries.add(metadataEntry());
            if (!grammar.lists.separated(TokenKind.RIGHT_BRACE, position)) {
                break;
            }
        }
        cursor.expectClosing(TokenKind.RIGHT_BRACE, open);
        return entries;
    }

    private TypeExpression.MetadataEntry metadataEntry() {
        int start = cursor.start();
        boolean enclosed = cursor.accept(TokenKind.LEFT_PAREN);
        KeyName.Fixed key = grammar.names.key("the name of a property");
        String text = key.name() instanceof Expression.StringLiteral literal ? literal.value() : "";
        cursor.expect(TokenKind.COLON, "behind the name of the property");
        Expression value = grammar.expressions.expression();
        @Nullable Expression condition = null;
        if (enclosed) {
            cursor.expectClosing(TokenKind.RIGHT_PAREN, start);
            condition = cursor.acceptWord("if") ? grammar.expressions.expression() : null;
        }
        return new TypeExpression.MetadataEntry(cursor.spanFrom(start), new Name(key.span(), text), value, condition);
    }

    private TypeExpression object(int open) {
        cursor.advance();
        boolean ordered = cursor.adjacent() && cursor.accept(TokenKind.MINUS);
        boolean closed = cursor.adjacent() && cursor.accept(TokenKind.BAR);
        List<FieldType> fields = new ArrayList<>();
        while (!atObjectEnd() && !cursor.at(TokenKind.END)) {
            int position = cursor.start();
            fields.add(field());
            if (atObjectEnd() || !grammar.lists.separated(TokenKind.RIGHT_BRACE, position)) {
                break;
            }
        }
        if (closed) {
            cursor.expect(TokenKind.BAR, "to close the object type");
        }
        if (ordered) {
            cursor.expect(TokenKind.MINUS, "to close the object type");
        }
        if (!cursor.expectClosing(TokenKind.RIGHT_BRACE, open) && !cursor.at(TokenKind.END)) {
            cursor.skipToBoundary();
            cursor.accept(TokenKind.RIGHT_BRACE);
        }
        return new TypeExpression.ObjectOf(cursor.spanFrom(open), fields, closed, ordered);
    }

    private boolean atObjectEnd() {
        return cursor.at(TokenKind.RIGHT_BRACE) || cursor.at(TokenKind.BAR) || cursor.at(TokenKind.MINUS);
    }

    private FieldType field() {
        int start = cursor.start();
        FieldType.Key key = fieldKey();
        List<FieldType.AttributeType> attributes = attributes();
        boolean repeated = false;
        boolean optional = false;
        while (cursor.at(TokenKind.STAR) || cursor.at(TokenKind.QUESTION)) {
            repeated |= cursor.at(TokenKind.STAR);
            optional |= cursor.at(TokenKind.QUESTION);
            cursor.advance();
        }
        TypeExpression type = cursor.expect(TokenKind.COLON, "behind the name of the field")
                ? type()
                : new TypeExpression.Missing(cursor.span(cursor.start(), cursor.start()));
        return new FieldType(cursor.spanFrom(start), key, attributes, repeated, optional, type);
    }

    private FieldType.Key fieldKey() {
        if (cursor.atWord("_") && !grammar.names.startsPrefix()) {
            cursor.advance();
            return new FieldType.Key.Any();
        }
        if (cursor.at(TokenKind.LEFT_PAREN)) {
            int open = cursor.start();
            cursor.advance();
            TypeParameter parameter = parameter();
            cursor.expectClosing(TokenKind.RIGHT_PAREN, open);
            return new FieldType.Key.Parameter(parameter);
        }
        KeyName.Fixed name = grammar.names.key("the name of a field");
        String text = name.name() instanceof Expression.StringLiteral literal ? literal.value() : "";
        return new FieldType.Key.Named(name.prefix(), text);
    }

    private List<FieldType.AttributeType> attributes() {
        if (!grammar.objects.startsAttributes()) {
            return List.of();
        }
        cursor.advance();
        int open = cursor.start();
        cursor.advance();
        List<FieldType.AttributeType> attributes = new ArrayList<>();
        while (!cursor.at(TokenKind.RIGHT_PAREN) && !cursor.at(TokenKind.END)) {
            int start = cursor.start();
            FieldType.Key key = fieldKey();
            boolean optional = cursor.accept(TokenKind.QUESTION);
            cursor.expect(TokenKind.COLON, "behind the name of the attribute");
            TypeExpression type = type();
            attributes.add(new FieldType.AttributeType(cursor.spanFrom(start), key, optional, type));
            if (!grammar.lists.separated(TokenKind.RIGHT_PAREN, start)) {
                break;
            }
        }
        cursor.expectClosing(TokenKind.RIGHT_PAREN, open);
        return attributes;
    }
}
