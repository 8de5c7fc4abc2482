package dev.hinny.lang.front;

import dev.hinny.base.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import org.jspecify.annotations.Nullable;

/** Reads the header and the declarations of a {@code do} scope. */
final class DirectiveParser {
    private static final java.util.regex.Pattern MEDIA_TYPE =
            java.util.regex.Pattern.compile("[A-Za-z0-9*][A-Za-z0-9.+_*-]*/[A-Za-z0-9*][A-Za-z0-9.+_*-]*"
                    + "(\\s*;\\s*[A-Za-z0-9-]+=(\"[^\"\\n]*\"|[A-Za-z0-9._+-]+))*");

    private final Grammar grammar;
    private final Cursor cursor;

    DirectiveParser(Grammar grammar) {
        this.grammar = grammar;
        this.cursor = grammar.cursor;
    }

    List<Directive> directives() {
        List<Directive> directives = new ArrayList<>();
        while (Words.startsDirective(cursor)) {
            int start = cursor.start();
            List<Annotation> annotations = annotations();
            Directive directive = directive(start, annotations);
            if (directive == null) {
                break;
            }
            directives.add(directive);
            boolean inside =
                    cursor.at(TokenKind.SEPARATOR) || cursor.at(TokenKind.END) || cursor.at(TokenKind.RIGHT_BRACE);
            if (!inside && !Words.startsDirective(cursor) && !cursor.current().lineBefore()) {
                cursor.expected("a directive or '---'", "");
                while (!cursor.at(TokenKind.END) && !cursor.at(TokenKind.SEPARATOR) && !Words.startsDirective(cursor)) {
                    cursor.skipToken();
                }
            }
        }
        return directives;
    }

    List<Annotation> annotations() {
        List<Annotation> annotations = new ArrayList<>();
        while (cursor.at(TokenKind.AT) && cursor.peek().is(TokenKind.WORD)) {
            int start = cursor.start();
            cursor.advance();
            QualifiedName name = grammar.names.qualified("the name of an annotation");
            List<Annotation.Argument> arguments = new ArrayList<>();
            if (cursor.at(TokenKind.LEFT_PAREN)) {
                int open = cursor.start();
                cursor.advance();
                while (!cursor.at(TokenKind.RIGHT_PAREN) && !cursor.at(TokenKind.END)) {
                    int position = cursor.start();
                    Name argument = grammar.names.name("the name of an argument");
                    cursor.expect(TokenKind.ASSIGN, "behind the name of the argument");
                    Expression value = grammar.expressions.expression();
                    arguments.add(new Annotation.Argument(cursor.spanFrom(position), argument, value));
                    if (!grammar.lists.separated(TokenKind.RIGHT_PAREN, position)) {
                        break;
                    }
                }
                cursor.expectClosing(TokenKind.RIGHT_PAREN, open);
            }
            annotations.add(new Annotation(cursor.spanFrom(start), name, arguments));
        }
        return annotations;
    }

    private @Nullable Directive directive(int start, List<Annotation> annotations) {
        boolean old = cursor.at(TokenKind.PERCENT);
        if (old) {
            if (isVersion()) {
                return version(start, annotations);
            }
            cursor.expected("a directive", "");
            cursor.advance();
        }
        String word = cursor.at(TokenKind.WORD) ? cursor.word() : "";
        if (!Words.DIRECTIVES.contains(word) && !old) {
            cursor.expected("a directive behind the annotation", "");
            return null;
        }
        cursor.advance();
        return switch (word) {
            case "import" -> importDirective(start, annotations);
            case "ns", "namespace" -> namespace(start, annotations);
            case "var" -> variable(start, annotations);
            case "fun", "function" -> function(start, annotations, old);
            case "type" -> typeAlias(start, annotations);
            case "input" -> input(start, annotations);
            case "output" -> output(start, annotations);
            case "annotation" -> annotation(start, annotations);
            default -> null;
        };
    }

    private boolean isVersion() {
        Token next = cursor.peek();
        return next.is(TokenKind.WORD) && cursor.matches(next, "dw");
    }

    private Directive version(int start, List<Annotation> annotations) {
        cursor.advance();
        cursor.advance();
        String number = "";
        if (cursor.at(TokenKind.NUMBER)) {
            number = cursor.word();
            if (!number.startsWith("2")) {
                cursor.error(
                        Cursor.OLD_SYNTAX,
                        cursor.start(),
                        cursor.current().end(),
                        "version " + number + " of the language is not supported; version 2.0 is",
                        "write '%dw 2.0' and bring the script to version 2");
            }
            cursor.advance();
        } else {
            cursor.expected("the version of the language behind '%dw'", "write '%dw 2.0'");
        }
        return new Directive.Version(cursor.spanFrom(start), annotations, number);
    }

    private Directive importDirective(int start, List<Annotation> annotations) {
        if (cursor.accept(TokenKind.STAR)) {
            expectFrom();
            QualifiedName module = grammar.names.qualified("the name of a module");
            return new Directive.Import(cursor.spanFrom(start), annotations, List.of(), true, module, null);
        }
        List<Directive.ImportedName> names = new ArrayList<>();
        if (cursor.atWord("from") && cursor.peek().is(TokenKind.WORD)) {
            cursor.expected("'*' or names to import before 'from'", "");
            cursor.advance();
            return new Directive.Import(
                    cursor.spanFrom(start), annotations, names, true, grammar.names.qualified("a module"), null);
        }
        QualifiedName first = grammar.names.qualified("the name of a module or of what to import");
        Name alias = cursor.acceptWord("as") ? grammar.names.name("a name behind 'as'") : null;
        names.add(imported(first, alias));
        while (cursor.accept(TokenKind.COMMA)) {
            QualifiedName next = grammar.names.qualified("a name to import");
            Name nextAlias = cursor.acceptWord("as") ? grammar.names.name("a name behind 'as'") : null;
            names.add(imported(next, nextAlias));
        }
        if (names.size() == 1 && !cursor.atWord("from")) {
            return new Directive.Import(cursor.spanFrom(start), annotations, List.of(), false, first, alias);
        }
        expectFrom();
        QualifiedName module = grammar.names.qualified("the name of a module");
        return new Directive.Import(cursor.spanFrom(start), annotations, names, false, module, null);
    }

    private void expectFrom() {
        if (!cursor.acceptWord("from")) {
            cursor.expected("'from' and the name of a module", "");
        }
    }

    private Directive.ImportedName imported(QualifiedName name, @Nullable Name alias) {
        return new Directive.ImportedName(
                alias == null ? name.span() : name.span().to(alias.span()),
                new Name(name.span(), name.toString()),
                alias);
    }

    private Directive namespace(int start, List<Annotation> annotations) {
        Name prefix = grammar.names.name("the prefix of the namespace");
        int uriStart = cursor.start();
        int uriEnd = uriStart;
        while (uriEnd < cursor.text.length() && cursor.text.charAt(uriEnd) > ' ') {
            uriEnd++;
        }
        if (uriEnd == uriStart || cursor.current().lineBefore()) {
            cursor.expected("the URI of the namespace", "write 'ns prefix http://example.com/uri'");
            uriEnd = uriStart;
        } else {
            cursor.jump(uriEnd);
        }
        return new Directive.Namespace(
                cursor.spanFrom(start), annotations, prefix, cursor.text.substring(uriStart, uriEnd));
    }

    /** {@code name: Type = value}, also a binding of {@code using}. */
    Directive.Variable variable(int start, List<Annotation> annotations) {
        Name name = grammar.names.name("the name of the variable");
        TypeExpression type = cursor.accept(TokenKind.COLON) ? grammar.types.type() : null;
        Expression value = definition("the value of the variable");
        return new Directive.Variable(cursor.spanFrom(start), annotations, name, type, value);
    }

    private Expression definition(String what) {
        if (cursor.accept(TokenKind.ASSIGN)) {
            return grammar.expressions.expression();
        }
        if (cursor.at(TokenKind.WORD) && !cursor.current().lineBefore()) {
            cursor.note(Problem.warning(
                    Cursor.SYNTAX,
                    cursor.currentSpan(),
                    "expected '=' and " + what + " but found " + cursor.found(),
                    "write '='"));
            return grammar.expressions.expression();
        }
        cursor.expected("'=' and " + what, "");
        if (!cursor.current().lineBefore() && !cursor.at(TokenKind.RIGHT_PAREN) && !cursor.at(TokenKind.END)) {
            return grammar.expressions.expression();
        }
        return new Expression.Missing(cursor.span(cursor.start(), cursor.start()));
    }

    private Directive function(int start, List<Annotation> annotations, boolean old) {
        Name name = grammar.names.name("the name of the function");
        List<TypeParameter> typeParameters = grammar.types.parameters();
        List<Parameter> parameters = List.of();
        if (cursor.at(TokenKind.LEFT_PAREN)) {
            parameters = grammar.lambdas.parameters();
        } else {
            cursor.expected("'(' and the parameters of the function", "");
        }
        TypeExpression returnType = cursor.accept(TokenKind.COLON) ? grammar.types.returnType() : null;
        Expression body = old && !cursor.at(TokenKind.ASSIGN)
                ? grammar.expressions.expression()
                : definition("the body of the function");
        return new Directive.Function(
                cursor.spanFrom(start), annotations, name, typeParameters, parameters, returnType, body);
    }

    private Directive typeAlias(int start, List<Annotation> annotations) {
        Name name = grammar.names.name("the name of the type");
        List<TypeParameter> parameters = grammar.types.parameters();
        TypeExpression type = cursor.expect(TokenKind.ASSIGN, "and the type")
                ? grammar.types.type()
                : new TypeExpression.Missing(cursor.span(cursor.start(), cursor.start()));
        return new Directive.TypeAlias(cursor.spanFrom(start), annotations, name, parameters, type);
    }

    private Directive input(int start, List<Annotation> annotations) {
        Name name = grammar.names.name("the name of the input");
        TypeExpression type = cursor.accept(TokenKind.COLON) ? grammar.types.type() : null;
        String format = format(type == null);
        List<Property> properties = properties();
        return new Directive.Input(cursor.spanFrom(start), annotations, name, type, format, properties);
    }

    private Directive output(int start, List<Annotation> annotations) {
        TypeExpression type = cursor.accept(TokenKind.COLON) ? grammar.types.type() : null;
        String format = format(type == null);
        Name writer = cursor.acceptWord("with") ? grammar.names.name("the id of a format behind 'with'") : null;
        List<Property> properties = properties();
        return new Directive.Output(cursor.spanFrom(start), annotations, type, format, writer, properties);
    }

    private String format(boolean required) {
        int start = cursor.start();
        Matcher matcher = MEDIA_TYPE.matcher(cursor.text).region(start, cursor.text.length());
        if (matcher.lookingAt()) {
            cursor.jump(matcher.end());
            return matcher.group();
        }
        if (cursor.at(TokenKind.WORD) && (required || !cursor.current().lineBefore())) {
            String id = cursor.word();
            cursor.advance();
            return id;
        }
        if (required) {
            cursor.expected("a media type or the id of a format", "write for example 'application/json' or 'json'");
        }
        return "";
    }

    private List<Property> properties() {
        List<Property> properties = new ArrayList<>();
        cursor.accept(TokenKind.COMMA);
        while (cursor.at(TokenKind.WORD) && cursor.peek().is(TokenKind.ASSIGN)) {
            int start = cursor.start();
            Name name = grammar.names.name("the name of a property");
            cursor.advance();
            Expression value;
            if (grammar.literals.starts()) {
                value = grammar.literals.literal();
            } else if (cursor.at(TokenKind.WORD)) {
                QualifiedName constant = grammar.names.qualified("the value of the property");
                value = new Expression.Reference(constant.span(), constant);
            } else {
                cursor.expected("the value of the property", "");
                value = new Expression.Missing(cursor.span(cursor.start(), cursor.start()));
            }
            properties.add(new Property(cursor.spanFrom(start), name, value));
            cursor.accept(TokenKind.COMMA);
        }
        return properties;
    }

    private Directive annotation(int start, List<Annotation> annotations) {
        Name name = grammar.names.name("the name of the annotation");
        List<Parameter> parameters = List.of();
        if (cursor.at(TokenKind.LEFT_PAREN)) {
            parameters = grammar.lambdas.parameters();
        } else {
            cursor.expected("'(' and the parameters of the annotation", "");
        }
        return new Directive.AnnotationDeclaration(cursor.spanFrom(start), annotations, name, parameters);
    }
}
