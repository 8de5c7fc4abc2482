package dev.hinny.specs.validate;

import dev.hinny.specs.Node;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** The checks of values with parts. */
final class Structures {
    private Structures() {}

    /** A list. */
    record Items(Check item, Optional<Long> min, Optional<Long> max, boolean unique) implements Check {
        @Override
        public void check(Tokens in, Sink out) {
            if (!Scalars.expect(in, out, Tokens.Kind.ARRAY, Tokens.Kind.ARRAY.word())) {
                return;
            }
            Tokens source = in;
            if (unique) {
                Node whole = in.node();
                if (whole instanceof Node.Seq s && repeats(s.items())) {
                    out.add("array items are not unique");
                }
                source = new TreeTokens(whole);
            }
            long count = 0;
            source.enter();
            while (source.nextItem()) {
                if (out.full()) {
                    source.skip();
                } else {
                    out.enter(count);
                    item.check(source, out);
                    out.leave();
                }
                count++;
            }
            long found = count;
            min.filter(m -> found < m)
                    .ifPresent(m -> out.add("expected minimum item count: " + m + ", found: " + found));
            max.filter(m -> found > m)
                    .ifPresent(m -> out.add("expected maximum item count: " + m + ", found: " + found));
        }

        private static boolean repeats(List<Node> items) {
            Set<String> seen = new HashSet<>();
            for (Node item : items) {
                String key = item instanceof Node.Num n
                        ? n.value().stripTrailingZeros().toString()
                        : item.json();
                if (!seen.add(key)) {
                    return true;
                }
            }
            return false;
        }

        @Override
        public boolean takes(Tokens.Kind kind) {
            return kind == Tokens.Kind.ARRAY;
        }
    }

    /** Properties by a pattern of their names. */
    record ByPattern(Pattern pattern, Check check) {}

    /** An object. */
    record Members(
            Map<String, Check> properties,
            List<String> required,
            List<ByPattern> patterns,
            Optional<Check> additional,
            Optional<Long> min,
            Optional<Long> max)
            implements Check {
        @Override
        public void check(Tokens in, Sink out) {
            if (!Scalars.expect(in, out, Tokens.Kind.OBJECT, Tokens.Kind.OBJECT.word())) {
                return;
            }
            long count = 0;
            Set<String> missing = required.isEmpty() ? Set.of() : new HashSet<>(required);
            in.enter();
            for (String key = in.nextKey(); key != null; key = in.nextKey()) {
                count++;
                if (!missing.isEmpty()) {
                    missing.remove(key);
                }
                member(key, in, out);
            }
            if (!missing.isEmpty()) {
                for (String name : required) {
                    if (missing.contains(name)) {
                        out.add("required key [" + name + "] not found");
                    }
                }
            }
            long found = count;
            min.filter(m -> found < m).ifPresent(m -> out.add("minimum size: [" + m + "], found: [" + found + "]"));
            max.filter(m -> found > m).ifPresent(m -> out.add("maximum size: [" + m + "], found: [" + found + "]"));
        }

        private void member(String key, Tokens in, Sink out) {
            Optional<Check> check = out.full() ? Optional.of(new Scalars.Anything()) : find(key);
            if (check.isEmpty()) {
                out.add("extraneous key [" + Scalars.clip(key) + "] is not permitted");
                in.skip();
                return;
            }
            out.enter(key);
            check.get().check(in, out);
            out.leave();
        }

        private Optional<Check> find(String key) {
            Check declared = properties.get(key);
            if (declared != null) {
                return Optional.of(declared);
            }
            for (ByPattern p : patterns) {
                if (p.pattern().matcher(key).find()) {
                    return Optional.of(p.check());
                }
            }
            return additional;
        }

        @Override
        public boolean takes(Tokens.Kind kind) {
            return kind == Tokens.Kind.OBJECT;
        }
    }

    /** An object whose property tells which type it is. */
    record Tagged(String property, Map<String, Check> byValue, Optional<Check> otherwise) implements Check {
        @Override
        public void check(Tokens in, Sink out) {
            if (!Scalars.expect(in, out, Tokens.Kind.OBJECT, Tokens.Kind.OBJECT.word())) {
                return;
            }
            Node value = in.node();
            Optional<String> tag =
                    value instanceof Node.Obj o ? o.get(property).flatMap(Node::scalar) : Optional.empty();
            Optional<Check> chosen = tag.map(byValue::get);
            if (chosen.isPresent()) {
                chosen.get().check(new TreeTokens(value), out);
            } else if (otherwise.isPresent()) {
                otherwise.get().check(new TreeTokens(value), out);
            } else if (tag.isEmpty()) {
                out.add("required key [" + property + "] not found");
            } else {
                out.enter(property);
                out.add(Scalars.clip(tag.get()) + " is not a valid discriminator value, expected one of "
                        + byValue.keySet());
                out.leave();
            }
        }

        @Override
        public List<Check> sameValue() {
            return java.util.stream.Stream.concat(byValue.values().stream(), otherwise.stream())
                    .toList();
        }

        @Override
        public boolean takes(Tokens.Kind kind) {
            return kind == Tokens.Kind.OBJECT;
        }
    }

    /** One of several. */
    record AnyOf(List<Check> options, boolean exactlyOne) implements Check {
        @Override
        public void check(Tokens in, Sink out) {
            List<Check> candidates = new ArrayList<>();
            if (!out.spend()) {
                in.skip();
                return;
            }
            for (Check option : options) {
                if (option.takes(in.kind())) {
                    candidates.add(option);
                }
            }
            if (candidates.size() == 1) {
                candidates.get(0).check(in, out);
                return;
            }
            if (candidates.isEmpty()) {
                out.add("no subschema matched out of the total " + options.size() + " subschemas, found: "
                        + in.found());
                in.skip();
                return;
            }
            Node value = in.node();
            long matches = candidates.stream().filter(c -> c.fits(value, out)).count();
            if (matches == 0) {
                out.add("no subschema matched out of the total " + options.size() + " subschemas");
            } else if (matches > 1 && exactlyOne) {
                out.add(matches + " subschemas matched instead of one");
            }
        }

        @Override
        public List<Check> sameValue() {
            return options;
        }

        @Override
        public boolean takes(Tokens.Kind kind) {
            return options.stream().anyMatch(o -> o.takes(kind));
        }
    }

    /** All of several. */
    record AllOf(List<Check> parts) implements Check {
        @Override
        public void check(Tokens in, Sink out) {
            Node value = in.node();
            for (Check part : parts) {
                part.check(new TreeTokens(value), out);
            }
        }

        @Override
        public List<Check> sameValue() {
            return parts;
        }

        @Override
        public boolean takes(Tokens.Kind kind) {
            return parts.stream().allMatch(p -> p.takes(kind));
        }
    }

    /** Anything else. */
    record NoneOf(Check inner) implements Check {
        @Override
        public void check(Tokens in, Sink out) {
            if (inner.fits(in.node(), out)) {
                out.add("subject must not be valid against the schema");
            }
        }

        @Override
        public List<Check> sameValue() {
            return List.of(inner);
        }

        @Override
        public boolean takes(Tokens.Kind kind) {
            return true;
        }
    }
}
