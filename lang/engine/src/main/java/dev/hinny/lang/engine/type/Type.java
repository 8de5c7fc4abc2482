package dev.hinny.lang.engine.type;

import dev.hinny.lang.engine.value.Schema;
import dev.hinny.lang.engine.value.Value;
import java.util.Collections;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A type of the language at run time. */
public sealed interface Type {
    Type ANY = new Simple(Kind.ANY, Schema.NONE);
    Type NULL = new Simple(Kind.NULL, Schema.NONE);
    Type STRING = new Simple(Kind.STRING, Schema.NONE);
    Type NUMBER = new Simple(Kind.NUMBER, Schema.NONE);
    Type BOOLEAN = new Simple(Kind.BOOLEAN, Schema.NONE);

    /** A type without parts, with the schema of {@code String {format: …}}. */
    record Simple(Kind kind, Schema schema) implements Type {}

    /** {@code Array<item>}. */
    record Array(Type item) implements Type {}

    /** An object type; {@code fields} empty and {@code open} is plain {@code Object}. */
    record Object(List<Field> fields, boolean open, boolean ordered) implements Type {}

    /** A field of an object type; {@code name} null is {@code _}: any other key. */
    record Field(
            @Nullable String name,
            @Nullable String namespace,
            Type type,
            boolean optional,
            boolean repeated,
            List<Field> attributes) {}

    /**
     * {@code (a: T, b?: U) -> R}.
     *
     * @param optional for each parameter, whether it may be left out
     */
    record Function(List<Type> parameters, List<Boolean> optional, Type result) implements Type {
        /** With parameters that must be given. */
        public Function(List<Type> parameters, Type result) {
            this(parameters, Collections.nCopies(parameters.size(), false), result);
        }
    }

    /** {@code A | B}. */
    record Union(List<Type> types) implements Type {}

    /** {@code A & B}. */
    record Intersection(List<Type> types) implements Type {}

    /** {@code "a"}, {@code 1}, {@code true}. */
    record Literal(Value value) implements Type {}

    /** {@code Type<T>}, {@code Key<…>} and the like: a kind with arguments that are not checked. */
    record Parameterized(Kind kind, List<Type> arguments) implements Type {}

    /** A type parameter of a generic function or type; it takes in what its bound does. */
    record Variable(String name, Type bound) implements Type {}

    /** A declared type by its name; resolved when needed, so that types may be recursive. */
    record Named(String name, Supplier<Type> definition) implements Type {
        public Type resolve() {
            return definition.get();
        }
    }

    /** The built-in kinds, with the names that {@code typeOf} prints. */
    enum Kind {
        ANY("Any"),
        NOTHING("Nothing"),
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
        TYPE("Type"),
        ITERATOR("Iterator"),
        ARRAY("Array"),
        OBJECT("Object"),
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
    }
}
