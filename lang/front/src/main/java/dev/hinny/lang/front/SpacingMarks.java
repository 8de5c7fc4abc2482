package dev.hinny.lang.front;

import dev.hinny.lang.front.Spacing.Break;
import dev.hinny.lang.front.Spacing.Kind;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;

/** Walks a document and marks where its expressions and directives want spaces, breaks and indentation. */
final class SpacingMarks {
    private final Lexemes lexemes;
    private final Spacing spacing;
    private final ListMarks lists;
    private final TypeMarks types;
    private final Set<Node> links = Collections.newSetFromMap(new IdentityHashMap<>());
    private final Set<Node> alternatives = Collections.newSetFromMap(new IdentityHashMap<>());

    SpacingMarks(Lexemes lexemes, Spacing spacing) {
        this.lexemes = lexemes;
        this.spacing = spacing;
        this.lists = new ListMarks(lexemes, spacing);
        this.types = new TypeMarks(lexemes, spacing, lists);
    }

    void document(Document document) {
        List<Integer> starts = new ArrayList<>();
        for (Directive directive : document.header()) {
            starts.add(lexemes.first(directive));
        }
        if (!document.header().isEmpty() && document.body() != null) {
            int body = start(document.body());
            if (lexemes.is(body - 1, TokenKind.SEPARATOR)) {
                starts.add(body - 1);
                starts.add(body);
            }
        }
        int end = lexemes.size() - 1;
        boolean oneLine = starts.stream().noneMatch(s -> s > 0 && lexemes.get(s).onLaterLine());
        for (int start : starts) {
            if (start > 0) {
                spacing.breaks(start, oneLine ? Break.GROUPED : Break.ALWAYS);
            }
            if (start > 0 && !lexemes.is(start - 1, TokenKind.SEPARATOR)) {
                spacing.blank(start);
            }
        }
        spacing.region(Kind.GROUP, 0, false, end - 1, false);
        walk(document);
        lists.finish();
    }

    /** The first token of an expression with the parentheses around it. */
    private int start(Node node) {
        int first = lexemes.first(node);
        while (lexemes.is(first - 1, TokenKind.LEFT_PAREN) && !lists.isClaimed(first - 1)) {
            first--;
        }
        return first;
    }

    private void walk(Node node) {
        switch (node) {
            case Directive it -> directive(it);
            case Expression it -> expression(it);
            case TypeExpression it -> types.type(it);
            case Selector.Named it -> spacing.tight(lexemes.first(it), lexemes.last(it));
            case Selector.Dynamic it -> bracketed(it, it.key());
            case Selector.Filter it -> bracketed(it, it.predicate());
            case Selector it -> spacing.tight(lexemes.first(it), lexemes.last(it));
            case QualifiedName it -> spacing.tight(lexemes.first(it), lexemes.last(it));
            case KeyName.Fixed it -> spacing.tight(lexemes.first(it), lexemes.last(it));
            case Annotation it -> annotation(it);
            case ObjectEntry.Pair it -> pair(it, it.key(), it.attributes(), it.value());
            case Attribute.Pair it -> pair(it, it.key(), List.of(), it.value());
            case Property it -> spacing.tight(lexemes.first(it), lexemes.first(it.name()) + 2);
            case MatchCase it -> value(it.body(), lexemes.last(it));
            case UpdateCase it -> updateCase(it);
            case FieldType it -> types.field(it);
            case FieldType.AttributeType it -> types.attribute(it);
            default -> {}
        }
        if (!(node instanceof Expression.Template) && !(node instanceof Expression.CustomTemplate)) {
            Children.of(node).forEach(this::walk);
        }
    }

    private void bracketed(Selector selector, Expression key) {
        int first = lexemes.first(selector);
        spacing.tight(first, lexemes.first(key));
    }

    private void annotation(Annotation annotation) {
        int name = lexemes.first(annotation.name());
        spacing.tight(name);
        if (lexemes.is(lexemes.last(annotation), TokenKind.RIGHT_PAREN)) {
            int open = lexemes.partner(lexemes.last(annotation));
            spacing.tight(open);
            lists.list(open, -1);
        }
        int next = lexemes.last(annotation) + 1;
        if (lexemes.get(next).onLaterLine()) {
            spacing.breaks(next, Break.ALWAYS);
        }
    }

    private void directive(Directive it) {
        int first = it.annotations().isEmpty()
                ? lexemes.first(it)
                : lexemes.last(it.annotations().getLast()) + 1;
        switch (it) {
            case Directive.Version _ -> spacing.tight(first + 1);
            case Directive.Variable variable -> value(variable.value(), lexemes.last(variable));
            case Directive.Function function -> {
                parameters(lexemes.last(function.name()) + 1, function.typeParameters());
                value(function.body(), lexemes.last(function));
            }
            case Directive.TypeAlias alias -> {
                types.parameters(lexemes.last(alias.name()) + 1, alias.typeParameters());
                types.value(alias.type(), lexemes.last(alias));
            }
            case Directive.AnnotationDeclaration annotation ->
                parameters(lexemes.last(annotation.name()) + 1, List.of());
            case Directive.Import _, Directive.Namespace _, Directive.Input _, Directive.Output _ -> {}
        }
    }

    /** Type parameters and parameters, from the token on with which they begin; a name stands before them. */
    private void parameters(int from, List<TypeParameter> typeParameters) {
        int open = types.parameters(from, typeParameters);
        spacing.tight(open);
        lists.list(open, -1);
    }

    private void expression(Expression it) {
        switch (it) {
            case Expression.ObjectLiteral _, Expression.ArrayLiteral _ -> collection(it);
            case Expression.ObjectPrepend _, Expression.ArrayPrepend _ -> collection(it);
            case Expression.Unary unary -> {
                int first = lexemes.first(unary);
                if (!lexemes.is(first, TokenKind.WORD)) {
                    spacing.tight(first + 1);
                }
            }
            case Expression.Binary _, Expression.Infix _, Expression.DefaultValue _ -> link(it);
            case Expression.Coerce _, Expression.TypeTest _ -> link(it);
            case Expression.Match match -> {
                link(match);
                lists.block(lexemes.last(match), firsts(match.cases()));
            }
            case Expression.Update update -> {
                link(update);
                lists.block(lexemes.last(update), firsts(update.cases()));
            }
            case Expression.Call call -> call(call);
            case Expression.Select select -> {
                spacing.tight(lexemes.first(select.selector()));
                if (select.presence() != Expression.Presence.NONE) {
                    spacing.tight(lexemes.last(select));
                }
            }
            case Expression.If conditional -> conditional(conditional, conditional.whenTrue(), conditional.whenFalse());
            case Expression.Unless unless -> conditional(unless, unless.whenFalse(), unless.whenTrue());
            case Expression.Do scope -> scope(scope);
            case Expression.Using using -> {
                lists.list(lexemes.first(using) + 1, -1);
                fill(lexemes.partner(lexemes.first(using) + 1) + 1, lexemes.last(using));
            }
            case Expression.Lambda lambda -> {
                int open = types.parameters(lexemes.first(lambda), lambda.typeParameters());
                if (!lambda.typeParameters().isEmpty()) {
                    spacing.tight(open);
                }
                lists.list(open, -1);
                value(lambda.body(), lexemes.last(lambda));
            }
            case Expression.CustomTemplate template -> spacing.tight(lexemes.first(template), lexemes.last(template));
            case Expression.Missing _, Expression.Undefined _, Expression.NullLiteral _ -> {}
            case Expression.BooleanLiteral _, Expression.NumberLiteral _, Expression.StringLiteral _ -> {}
            case Expression.Template _, Expression.TemporalLiteral _, Expression.RegexLiteral _ -> {}
            case Expression.Reference _, Expression.ImplicitParameter _, Expression.ImplicitLambda _ -> {}
        }
    }

    private void collection(Expression it) {
        int first = lexemes.first(it);
        if (lexemes.is(first, TokenKind.LEFT_BRACE) || lexemes.is(first, TokenKind.LEFT_BRACKET)) {
            lists.list(first, -1);
        }
    }

    private List<Integer> firsts(List<? extends Node> nodes) {
        return nodes.stream().map(lexemes::first).toList();
    }

    private void call(Expression.Call call) {
        int close = lexemes.last(call);
        int open = lexemes.partner(close);
        spacing.tight(open);
        types.arguments(call.typeArguments(), open - 1);
        if (lexemes.is(open, TokenKind.LEFT_PAREN)) {
            Expression last =
                    call.arguments().isEmpty() ? null : call.arguments().getLast();
            lists.list(open, last != null && embraces(last) ? lexemes.first(last) : -1);
        }
    }

    /** Whether an expression ends in a bracket that may hold most of it. */
    private static boolean embraces(Expression it) {
        return switch (it) {
            case Expression.ObjectLiteral _, Expression.ArrayLiteral _, Expression.Do _ -> true;
            case Expression.Match _, Expression.Update _, Expression.Lambda _ -> true;
            case Expression.Call call -> !call.arguments().isEmpty();
            case Expression.ImplicitLambda lambda -> embraces(lambda.body());
            default -> false;
        };
    }

    /** A chain such as {@code a map b filter c}; its lines stand below each other. */
    private void link(Expression it) {
        if (!links.add(it)) {
            return;
        }
        int operator = operator(it);
        Expression left = left(it);
        while (isLink(left) && lexemes.first(left) == lexemes.first(it)) {
            links.add(left);
            operator = operator(left);
            left = left(left);
        }
        spacing.region(Kind.INDENT, operator, true, lexemes.last(it), false);
    }

    private int operator(Expression link) {
        int operator = behind(left(link));
        boolean later = lexemes.get(operator).onLaterLine()
                || (!(link instanceof Expression.Match)
                        && !(link instanceof Expression.Update)
                        && lexemes.get(operator + 1).onLaterLine());
        spacing.breaks(operator, later ? Break.ALWAYS : Break.FILL);
        spacing.spaced(operator);
        spacing.spaced(operator + 1);
        return operator;
    }

    /** The first token behind an expression and the parentheses around it. */
    private int behind(Expression it) {
        int next = lexemes.last(it) + 1;
        while (lexemes.is(next, TokenKind.RIGHT_PAREN)) {
            next++;
        }
        return next;
    }

    private static boolean isLink(Expression it) {
        return switch (it) {
            case Expression.Binary _, Expression.Infix _, Expression.DefaultValue _ -> true;
            case Expression.Coerce _, Expression.TypeTest _, Expression.Match _, Expression.Update _ -> true;
            default -> false;
        };
    }

    private static Expression left(Expression it) {
        return switch (it) {
            case Expression.Binary binary -> binary.left();
            case Expression.Infix infix -> infix.left();
            case Expression.DefaultValue value -> value.value();
            case Expression.Coerce coerce -> coerce.value();
            case Expression.TypeTest test -> test.value();
            case Expression.Match match -> match.subject();
            case Expression.Update update -> update.subject();
            default -> it;
        };
    }

    private void conditional(Expression it, Expression branch, Expression otherwise) {
        int first = lexemes.first(it);
        int body = lexemes.partner(first + 1) + 1;
        int end = lexemes.last(it);
        int alternative = behind(branch);
        int rest = alternative + 1;
        boolean chained = otherwise instanceof Expression.If || otherwise instanceof Expression.Unless;
        if (alternatives.add(it)) {
            spacing.region(Kind.GROUP, first, false, end, false);
        }
        if (chained && lexemes.first(otherwise) == rest) {
            alternatives.add(otherwise);
        }
        branch(body, alternative - 1, lexemes.is(body, TokenKind.WORD) && isChoice(branch));
        boolean closed = opens(body) && !lexemes.get(alternative).onLaterLine();
        spacing.breaks(alternative, closed ? Break.NEVER : Break.GROUPED);
        if (lexemes.get(alternative).onLaterLine()) {
            spacing.breaks(alternative, Break.ALWAYS);
        }
        if (!chained || lexemes.first(otherwise) != rest) {
            branch(rest, end, false);
        }
    }

    private static boolean isChoice(Expression it) {
        return it instanceof Expression.If || it instanceof Expression.Unless;
    }

    private void branch(int start, int end, boolean always) {
        boolean later = lexemes.get(start).onLaterLine();
        if (opens(start)) {
            return;
        }
        spacing.breaks(start, always || later ? Break.ALWAYS : Break.GROUPED);
        spacing.region(Kind.BRANCH, start, true, end, false);
    }

    /** Whether a bracket or a scope begins with the token, which then stays on its line. */
    private boolean opens(int token) {
        return lexemes.is(token, TokenKind.LEFT_BRACE)
                || lexemes.is(token, TokenKind.LEFT_BRACKET)
                || (lexemes.is(token, TokenKind.LEFT_PAREN)
                        && !lexemes.get(token).onLaterLine())
                || (lexemes.is(token, TokenKind.WORD)
                        && lexemes.is(token + 1, TokenKind.LEFT_BRACE)
                        && lexemes.get(token).text().equals("do"));
    }

    private void scope(Expression.Do scope) {
        List<Integer> starts = new ArrayList<>(firsts(scope.declarations()));
        int body = start(scope.body());
        if (lexemes.is(body - 1, TokenKind.SEPARATOR)) {
            starts.add(body - 1);
        }
        starts.add(body);
        lists.block(lexemes.last(scope), starts);
    }

    /** What stands behind {@code =}, {@code ->} or {@code :} and reaches to the token {@code end}. */
    private void value(Expression value, int end) {
        int first = lexemes.first(value);
        while (lexemes.is(first - 1, TokenKind.LEFT_PAREN)) {
            first--;
        }
        fill(first, end, value);
    }

    private void fill(int first, int end) {
        if (lexemes.get(first).onLaterLine()) {
            spacing.breaks(first, Break.ALWAYS);
            spacing.region(Kind.INDENT, first, true, end, false);
        }
    }

    private void fill(int first, int end, Expression value) {
        if (opens(first)) {
            return;
        }
        boolean later = lexemes.get(first).onLaterLine();
        if (later) {
            spacing.breaks(first, Break.ALWAYS);
            spacing.region(Kind.INDENT, first, true, end, false);
        } else if (isChoice(value)) {
            spacing.breaks(first, Break.GROUPED);
            spacing.region(Kind.GROUP, first, true, end, false);
            spacing.region(Kind.INDENT, first, true, end, false);
        } else if (first == end) {
            spacing.breaks(first, Break.FILL);
            spacing.region(Kind.INDENT, first, true, end, false);
        }
    }

    private void pair(Node pair, KeyName key, List<Attribute> attributes, Expression value) {
        if (!attributes.isEmpty()) {
            int at = lexemes.last(key) + 1;
            spacing.spaced(at);
            spacing.tight(at + 1);
            lists.list(at + 1, -1);
        }
        value(value, lexemes.last(pair));
    }

    private void updateCase(UpdateCase it) {
        int first = lexemes.first(it.path().getFirst());
        int last = lexemes.last(it.path().getLast());
        spacing.spaced(first);
        for (Selector selector : it.path().subList(1, it.path().size())) {
            spacing.tight(lexemes.first(selector));
        }
        if (it.upsert()) {
            spacing.tight(last + 1);
        }
        value(it.body(), lexemes.last(it));
    }
}
