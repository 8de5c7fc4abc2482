package dev.hinny.specs;

import dev.hinny.base.SourceSpan;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a value may be, whatever language described it. A shape is a tree: a use of a named type is a {@link Ref}, whose
 * target stands in {@link Api#types()}, so recursive types are finite.
 */
public sealed interface Shape {
    /** What every shape says about itself. */
    About about();

    /** The same shape with other general facts. */
    Shape with(About other);

    /**
     * @param name the name of the type or of the property that holds the shape; empty where it has none
     * @param values the only values allowed; empty where any is
     * @param nullable whether null is allowed besides what the shape says
     * @param annotations RAML annotations and OAS extensions, by name
     */
    record About(
            String name,
            String displayName,
            String description,
            Optional<Node> defaultValue,
            List<Node> values,
            boolean nullable,
            List<Example> examples,
            Map<String, Node> annotations,
            SourceSpan span) {
        public About {
            values = List.copyOf(values);
            examples = List.copyOf(examples);
            annotations = Copies.ordered(annotations);
        }

        public static About at(SourceSpan span) {
            return new About("", "", "", Optional.empty(), List.of(), false, List.of(), Map.of(), span);
        }

        public About named(String other) {
            return new About(
                    other, displayName, description, defaultValue, values, nullable, examples, annotations, span);
        }

        public About nullable(boolean other) {
            return new About(name, displayName, description, defaultValue, values, other, examples, annotations, span);
        }

        public About values(List<Node> other) {
            return new About(
                    name, displayName, description, defaultValue, other, nullable, examples, annotations, span);
        }
    }

    /** Anything. */
    record Any(About about) implements Shape {
        @Override
        public Any with(About other) {
            return new Any(other);
        }
    }

    /** Only null. */
    record Nil(About about) implements Shape {
        @Override
        public Nil with(About other) {
            return new Nil(other);
        }
    }

    record Bool(About about) implements Shape {
        @Override
        public Bool with(About other) {
            return new Bool(other);
        }
    }

    /** A number or an integer; the exclusive flags concern the bound beside them. */
    record Num(
            About about,
            boolean integer,
            Optional<BigDecimal> minimum,
            boolean exclusiveMinimum,
            Optional<BigDecimal> maximum,
            boolean exclusiveMaximum,
            Optional<BigDecimal> multipleOf,
            String format)
            implements Shape {
        @Override
        public Num with(About other) {
            return new Num(other, integer, minimum, exclusiveMinimum, maximum, exclusiveMaximum, multipleOf, format);
        }
    }

    /** Text; lengths are in code points, the pattern is an ECMA one. */
    record Str(About about, Optional<String> pattern, Optional<Long> minLength, Optional<Long> maxLength, String format)
            implements Shape {
        @Override
        public Str with(About other) {
            return new Str(other, pattern, minLength, maxLength, format);
        }
    }

    /** A moment, written as text. */
    record Temporal(About about, Kind kind) implements Shape {
        /** The forms of RAML; OAS {@code date} is DATE_ONLY and {@code date-time} is DATETIME. */
        public enum Kind {
            /** {@code 2026-11-24} */
            DATE_ONLY("date-only"),
            /** {@code 10:11:12.5} */
            TIME_ONLY("time-only"),
            /** {@code 2026-11-24T10:11:12} */
            DATETIME_ONLY("datetime-only"),
            /** {@code 2026-11-24T10:11:12Z} */
            DATETIME("datetime"),
            /** {@code Tue, 24 Nov 2026 10:11:12 GMT} */
            DATETIME_RFC2616("datetime");

            private final String word;

            Kind(String word) {
                this.word = word;
            }

            public String word() {
                return word;
            }
        }

        @Override
        public Temporal with(About other) {
            return new Temporal(other, kind);
        }
    }

    /** Bytes: a part of a form, a whole body, or base64 inside JSON. */
    record File(About about, List<String> fileTypes, Optional<Long> minLength, Optional<Long> maxLength)
            implements Shape {
        public File {
            fileTypes = List.copyOf(fileTypes);
        }

        @Override
        public File with(About other) {
            return new File(other, fileTypes, minLength, maxLength);
        }
    }

    record Arr(About about, Shape items, Optional<Long> minItems, Optional<Long> maxItems, boolean unique)
            implements Shape {
        @Override
        public Arr with(About other) {
            return new Arr(other, items, minItems, maxItems, unique);
        }
    }

    /**
     * @param patterns properties by regular expression, tried in order for names that are not declared
     * @param additional what undeclared properties must be; empty where none are allowed
     * @param discriminator the property that tells which sub-type a value is; empty where there is none
     */
    record Obj(
            About about,
            List<Property> properties,
            List<PatternProperty> patterns,
            Optional<Shape> additional,
            Optional<Long> minProperties,
            Optional<Long> maxProperties,
            Optional<Discriminator> discriminator)
            implements Shape {
        public Obj {
            properties = List.copyOf(properties);
            patterns = List.copyOf(patterns);
        }

        @Override
        public Obj with(About other) {
            return new Obj(other, properties, patterns, additional, minProperties, maxProperties, discriminator);
        }

        public Optional<Property> property(String name) {
            return properties.stream().filter(p -> p.name.equals(name)).findFirst();
        }
    }

    record Property(String name, boolean required, Shape shape, SourceSpan span) {}

    record PatternProperty(String pattern, boolean required, Shape shape, SourceSpan span) {}

    /**
     * @param value what the property says for the type that carries this; empty where the type has none
     * @param mapping from the property's value to a name in {@link Api#types()}
     */
    record Discriminator(String property, String value, Map<String, String> mapping) {
        public Discriminator {
            mapping = Copies.ordered(mapping);
        }
    }

    /** One of several shapes: at least one must hold, or exactly one. */
    record Union(About about, List<Shape> options, boolean exactlyOne, Optional<Discriminator> discriminator)
            implements Shape {
        public Union {
            options = List.copyOf(options);
        }

        @Override
        public Union with(About other) {
            return new Union(other, options, exactlyOne, discriminator);
        }
    }

    /** Several shapes that must all hold and could not be merged into one. */
    record All(About about, List<Shape> parts) implements Shape {
        public All {
            parts = List.copyOf(parts);
        }

        @Override
        public All with(About other) {
            return new All(other, parts);
        }
    }

    /** Anything that does not fit the inner shape. */
    record Not(About about, Shape inner) implements Shape {
        @Override
        public Not with(About other) {
            return new Not(other, inner);
        }
    }

    /** A named type of {@link Api#types()}. */
    record Ref(About about, String target) implements Shape {
        @Override
        public Ref with(About other) {
            return new Ref(other, target);
        }
    }

    /**
     * A schema in another language, kept as its text.
     *
     * @param location the file that relative references inside the text start from
     * @param fragment the name inside the schema that is meant; empty for the whole
     * @param converted the same as a shape, for a JSON schema that could be read
     */
    record External(About about, Kind kind, String text, String location, String fragment, Optional<Shape> converted)
            implements Shape {
        /** The language of the text. */
        public enum Kind {
            JSON_SCHEMA,
            XSD
        }

        @Override
        public External with(About other) {
            return new External(other, kind, text, location, fragment, converted);
        }
    }
}
