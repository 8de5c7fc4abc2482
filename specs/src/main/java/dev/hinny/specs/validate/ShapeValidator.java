package dev.hinny.specs.validate;

import dev.hinny.specs.Api;
import dev.hinny.specs.Node;
import dev.hinny.specs.Shape;
import dev.hinny.specs.TypeDef;
import java.io.InputStream;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/** A compiled shape. Immutable and safe for use by several threads. */
public final class ShapeValidator {
    /** How many violations one value is told at most. */
    public static final int LIMIT = 50;

    private static final JsonFactory FACTORY = JsonFactory.builder().build();

    private final Check check;

    private ShapeValidator(Check check) {
        this.check = check;
    }

    public static ShapeValidator compile(Shape shape, Api api) {
        return compile(shape, api.types()::get);
    }

    /** Compiles a shape whose named types are found by a function; a name without a type takes anything. */
    public static ShapeValidator compile(Shape shape, Function<String, @Nullable TypeDef> types) {
        Compiler compiler = new Compiler(types);
        Check check = compiler.compile(shape);
        compiler.cutCircles();
        return new ShapeValidator(check);
    }

    /** Validates a JSON text in one pass. */
    public List<Violation> json(byte[] text) {
        try (JsonParser parser = FACTORY.createParser(ObjectReadContext.empty(), text)) {
            return json(parser);
        }
    }

    /** Validates a JSON stream in one pass, without holding it; the stream is read to its end and not closed. */
    public List<Violation> json(InputStream stream) {
        try (JsonParser parser = FACTORY.createParser(ObjectReadContext.empty(), stream)) {
            return json(parser);
        }
    }

    private List<Violation> json(JsonParser parser) {
        Sink out = new Sink(LIMIT, Violation.Where.BODY);
        try {
            if (parser.nextToken() == null) {
                out.add("the body is empty");
                return out.found();
            }
            check.check(new JsonTokens(parser), out);
            if (parser.nextToken() != null) {
                out.add("invalid JSON: something follows the value");
            }
        } catch (JacksonException e) {
            out.add("invalid JSON: " + e.getOriginalMessage());
        }
        return out.found();
    }

    /** Validates a tree. */
    public List<Violation> value(Node value) {
        return value(value, Violation.Where.BODY);
    }

    List<Violation> value(Node value, Violation.Where where) {
        Sink out = new Sink(LIMIT, where);
        check.check(new TreeTokens(value), out);
        return out.found();
    }
}
