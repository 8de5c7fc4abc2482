package dev.hinny.lang.front.check;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is known about a value before the script runs. {@link #ANY} also stands for whatever is not known. Immutable;
 * {@code toString} is the language's own notation.
 */
public sealed interface Type {
    Type ANY = new Any();
    Type NOTHING = new Nothing();
    Type NULL = new Simple(Kind.NULL);
    Type STRING = new Simple(Kind.STRING);
    Type NUMBER = new Simple(Kind.NUMBER);
    Type BOOLEAN = new Simple(Kind.BOOLEAN);
    Type KEY = new Simple(Kind.KEY);
    Type REGEX = new Simple(Kind.REGEX);
    Type RANGE = new Simple(Kind.RANGE);
    Type PERIOD = new Simple(Kind.PERIOD);
    Type NAMESPACE = new Simple(Kind.NAMESPACE);
    Type FUNCTION = new Simple(Kind.FUNCTION);
    Type ARRAY = new Array(ANY);
    Type OBJECT = new Object(List.of(), Extent.OPEN, false);

    /** Everything, or not known. */
    record Any() implements Type {
        @Override
        public String toString() {
            return "Any";
        }
    }

    /** No value at all: what never returns, the items of an empty array. */
    record Nothing() implements Type {
        @Override
        public String toString() {
            return "Nothing";
        }
    }

    /** A type without parts. */
    record Simple(Kind kind) implements Type {
        @Override
        public String toString() {
            return kind.typeName();
        }
    }

    /**
     * A type with one value.
     *
     * @param value a {@link String}, {@link BigDecimal} or {@link Boolean}
     */
    record Literal(java.lang.Object value) implements Type {
        public Literal {
            if (!(value instanceof String || value instanceof BigDecimal || value instanceof Boolean)) {
                throw new IllegalArgumentException("no literal: " + value);
            }
        }

        /** The type that has all values of this sort. */
        public Type base() {
            return value instanceof String ? STRING : value instanceof Boolean ? BOOLEAN : NUMBER;
        }

        @Override
        public String toString() {
            return TypeText.of(this);
        }
    }

    /** {@code Array<item>}. */
    record Array(Type item) implements Type {
        @Override
        public String toString() {
            return TypeText.of(this);
        }
    }

    /** An object; {@link #OBJECT} is the one of which nothing is known. */
    record Object(List<Field> fields, Extent extent, boolean ordered) implements Type {
        public Object {
            fields = List.copyOf(fields);
        }

        /** Whether there can be other keys than those of the fields. */
        public boolean isOpen() {
            return extent == Extent.OPEN || fields.stream().anyMatch(f -> f.name() == null);
        }

        /** The field of a key; null when none has the name. */
        public @Nullable Field field(String name) {
            for (Field field : fields) {
                if (name.equals(field.name())) {
                    return field;
                }
            }
            return null;
        }

        @Override
        public String toString() {
            return TypeText.of(this);
        }
    }

    /** What is known of the keys that an object type does not name. */
    enum Extent {
        /** {@code {a: String}} as a declared type: there may be others. */
        OPEN,
        /** {@code {| a: String |}}: there are none. */
        CLOSED,
        /** The type of an object in the script itself: there are none. It prints as an open one. */
        LITERAL
    }

    /**
     * A field of an object.
     *
     * @param name null for {@code _}: any other key
     * @param attributes those of the key
     * @param key the type parameter that stands for any other key, null where there is none
     */
    record Field(
            @Nullable String name,
            @Nullable String prefix,
            Type type,
            boolean optional,
            boolean repeated,
            List<Field> attributes,
            @Nullable Type key) {
        public Field {
            attributes = List.copyOf(attributes);
        }

        Field(
                @Nullable String name,
                @Nullable String prefix,
                Type type,
                boolean optional,
                boolean repeated,
                List<Field> attributes) {
            this(name, prefix, type, optional, repeated, attributes, null);
        }

        static Field of(String name, Type type) {
            return new Field(name, null, type, false, false, List.of());
        }
    }

    /** {@code <T>(a: A, b?: B) -> R}. Several overloads of one name are an {@link Intersection} of functions. */
    record Function(List<Variable> typeParameters, List<Parameter> parameters, Type result) implements Type {
        public Function {
            typeParameters = List.copyOf(typeParameters);
            parameters = List.copyOf(parameters);
        }

        @Override
        public String toString() {
            return TypeText.of(this);
        }
    }

    /** A parameter; {@code name} is empty where none is written. */
    record Parameter(String name, Type type, boolean optional) {}

    /** {@code A | B}. Made by {@link Types#union}. */
    record Union(List<Type> members) implements Type {
        public Union {
            members = List.copyOf(members);
        }

        @Override
        public String toString() {
            return TypeText.of(this);
        }
    }

    /** {@code A & B}. */
    record Intersection(List<Type> members) implements Type {
        public Intersection {
            members = List.copyOf(members);
        }

        @Override
        public String toString() {
            return TypeText.of(this);
        }
    }

    /** A type parameter: {@code T <: bound}. */
    record Variable(String name, Type bound) implements Type {
        @Override
        public String toString() {
            return name;
        }
    }

    /** A declared type by its name. */
    record Named(String name, List<Type> arguments, Definition definition) implements Type {
        public Named {
            arguments = List.copyOf(arguments);
        }

        /** What the name stands for. */
        public Type resolve() {
            return definition.expand(arguments);
        }

        @Override
        public String toString() {
            return TypeText.of(this);
        }
    }

    /** {@code Type<T>}: the type of a type that is used as a value. */
    record TypeOfType(Type type) implements Type {
        @Override
        public String toString() {
            return TypeText.of(this);
        }
    }

    /** Types without parts. */
    enum Kind {
        NULL("Null"),
        STRING("String"),
        NUMBER("Number"),
        BOOLEAN("Boolean"),
        BINARY("Binary"),
        REGEX("Regex"),
        DATE("Date"),
        DATE_TIME("DateTime"),
        LOCAL_DATE_TIME("LocalDateTime"),
        LOCAL_TIME("LocalTime"),
        TIME("Time"),
        TIME_ZONE("TimeZone"),
        PERIOD("Period"),
        RANGE("Range"),
        URI("Uri"),
        NAMESPACE("Namespace"),
        KEY("Key"),
        ITERATOR("Iterator"),
        FUNCTION("Function"),
        ENUM("Enum"),
        CDATA("CData"),
        COMPARABLE("Comparable"),
        SIMPLE("SimpleType"),
        NAME_TYPE("NameType");

        private final String typeName;

        Kind(String typeName) {
            this.typeName = typeName;
        }

        public String typeName() {
            return typeName;
        }

        /** A date, a time or both. */
        boolean isTemporal() {
            return switch (this) {
                case DATE, DATE_TIME, LOCAL_DATE_TIME, LOCAL_TIME, TIME -> true;
                default -> false;
            };
        }

        /** Whether every value of this kind is also of the other. */
        boolean isPartOf(Kind other) {
            return this == other
                    || switch (other) {
                        case STRING -> this == CDATA;
                        case NAME_TYPE -> this == STRING || this == CDATA || this == KEY;
                        case ITERATOR -> this == RANGE;
                        case COMPARABLE, SIMPLE ->
                            isTemporal()
                                    || this == STRING
                                    || this == CDATA
                                    || this == NUMBER
                                    || this == BOOLEAN
                                    || this == PERIOD
                                    || this == TIME_ZONE
                                    || this == COMPARABLE
                                    || this == SIMPLE;
                        default -> false;
                    };
        }
    }
}
