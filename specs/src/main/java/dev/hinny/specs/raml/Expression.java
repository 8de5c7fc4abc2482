package dev.hinny.specs.raml;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A type expression: {@code A}, {@code A[]}, {@code A | B}, {@code (A | B)[]}, {@code A?}. */
sealed interface Expression {
    record Name(String name) implements Expression {}

    record ArrayOf(Expression item) implements Expression {}

    record AnyOf(List<Expression> options) implements Expression {}

    record OrNil(Expression inner) implements Expression {}

    /** Empty where the text is no type expression. */
    static Optional<Expression> parse(String text) {
        Parser parser = new Parser(text);
        Optional<Expression> whole = parser.union(0);
        return parser.atEnd() ? whole : Optional.empty();
    }

    /** Reads from left to right. */
    final class Parser {
        private final String text;
        private int at;

        private Parser(String text) {
            this.text = text;
        }

        private boolean atEnd() {
            blank();
            return at == text.length();
        }

        private Optional<Expression> union(int depth) {
            List<Expression> options = new ArrayList<>();
            do {
                Optional<Expression> option = postfix(depth);
                if (option.isEmpty()) {
                    return option;
                }
                options.add(option.get());
            } while (take("|"));
            return Optional.of(options.size() == 1 ? options.get(0) : new AnyOf(options));
        }

        private Optional<Expression> postfix(int depth) {
            Optional<Expression> found = atom(depth);
            int wraps = 0;
            while (found.isPresent() && wraps++ < 20) {
                if (take("[]")) {
                    found = Optional.of(new ArrayOf(found.get()));
                } else if (take("?")) {
                    found = Optional.of(new OrNil(found.get()));
                } else {
                    break;
                }
            }
            return found;
        }

        private Optional<Expression> atom(int depth) {
            if (depth > 50) {
                return Optional.empty();
            }
            if (take("(")) {
                Optional<Expression> inner = union(depth + 1);
                return take(")") ? inner : Optional.empty();
            }
            blank();
            int start = at;
            while (at < text.length() && "|()[]?, \t\n\r{}<>".indexOf(text.charAt(at)) < 0) {
                at++;
            }
            return at == start ? Optional.empty() : Optional.of(new Name(text.substring(start, at)));
        }

        private boolean take(String token) {
            blank();
            if (text.startsWith(token, at)) {
                at += token.length();
                return true;
            }
            return false;
        }

        private void blank() {
            while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
                at++;
            }
        }
    }
}
