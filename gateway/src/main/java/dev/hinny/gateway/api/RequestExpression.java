package dev.hinny.gateway.api;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A value taken from the head of a request, in the few forms of an expression that can be answered on the event loop without
 * the language's engine: headers, query parameters and the plain attributes. Immutable and thread-safe.
 */
public sealed interface RequestExpression {
    /** What {@link #compile} understands, for hints. */
    List<String> FORMS = List.of(
            "#[attributes.headers['NAME']]",
            "#[attributes.queryParams['NAME']]",
            "#[attributes.method]",
            "#[attributes.requestPath]",
            "#[attributes.scheme]",
            "#[attributes.remoteAddress]",
            "#[authentication.principal]",
            "plain text");

    /** Empty when the request has no such thing; several values of a header or parameter give the first. */
    Optional<String> value(Exchange exchange);

    /** Reads an expression; text without {@code #[…]} is itself. Empty when the form is not one of {@link #FORMS}. */
    static Optional<RequestExpression> compile(String text) {
        String trimmed = text.strip();
        if (!trimmed.startsWith("#[")) {
            return Optional.of(new Text(Optional.of(text)));
        }
        if (!trimmed.endsWith("]")) {
            return Optional.empty();
        }
        String script = trimmed.substring(2, trimmed.length() - 1).strip();
        Matcher member = Syntax.MEMBER.matcher(script);
        if (member.matches()) {
            String name = Syntax.firstOf(member, "a", "b", "c", "d", "e");
            return Optional.of(member.group("what").equals("headers") ? new Header(name) : new QueryParameter(name));
        }
        Matcher literal = Syntax.LITERAL.matcher(script);
        if (literal.matches()) {
            return Optional.of(new Text(Optional.of(Syntax.firstOf(literal, "a", "b"))));
        }
        return switch (script) {
            case "attributes.method" -> Optional.of(Part.METHOD);
            case "attributes.requestPath" -> Optional.of(Part.PATH);
            case "attributes.scheme" -> Optional.of(Part.SCHEME);
            case "attributes.remoteAddress" -> Optional.of(Part.REMOTE_ADDRESS);
            case "authentication.principal" -> Optional.of(Part.CLIENT);
            default -> Optional.empty();
        };
    }

    /** A header, whose name is compared without case. */
    record Header(String name) implements RequestExpression {
        @Override
        public Optional<String> value(Exchange exchange) {
            return exchange.headers().first(name);
        }
    }

    /** A parameter of the query. */
    record QueryParameter(String name) implements RequestExpression {
        @Override
        public Optional<String> value(Exchange exchange) {
            return exchange.request().rawQuery().isEmpty()
                    ? Optional.empty()
                    : exchange.request().query().first(name);
        }
    }

    /** The same for every request. */
    record Text(Optional<String> text) implements RequestExpression {
        @Override
        public Optional<String> value(Exchange exchange) {
            return text;
        }
    }

    /** A plain attribute of the request. */
    enum Part implements RequestExpression {
        METHOD,
        PATH,
        SCHEME,
        REMOTE_ADDRESS,
        CLIENT;

        @Override
        public Optional<String> value(Exchange exchange) {
            return switch (this) {
                case METHOD -> Optional.of(exchange.request().method());
                case PATH -> Optional.of(exchange.request().path());
                case SCHEME -> Optional.of(exchange.request().scheme());
                case REMOTE_ADDRESS ->
                    Optional.ofNullable(exchange.request().remote().getAddress()).map(a -> a.getHostAddress());
                case CLIENT -> exchange.client().map(ClientApplication::id);
            };
        }
    }
}

/** The forms as patterns. */
final class Syntax {
    static final Pattern MEMBER = Pattern.compile("attributes\\s*\\.\\s*(?<what>headers|queryParams)\\s*"
            + "(?:\\[\\s*'(?<a>[^'\\\\$]+)'\\s*]|\\[\\s*\"(?<b>[^\"\\\\$]+)\"\\s*]"
            + "|\\.\\s*'(?<c>[^'\\\\$]+)'|\\.\\s*\"(?<d>[^\"\\\\$]+)\"|\\.\\s*(?<e>[A-Za-z_][A-Za-z0-9_]*))");
    static final Pattern LITERAL = Pattern.compile("'(?<a>[^'\\\\$]*)'|\"(?<b>[^\"\\\\$]*)\"");

    private Syntax() {}

    static String firstOf(Matcher matcher, String... groups) {
        for (String group : groups) {
            String found = matcher.group(group);
            if (found != null) {
                return found;
            }
        }
        throw new IllegalStateException("no group of the pattern matched");
    }
}
