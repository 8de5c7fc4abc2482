package dev.hinny.lang.engine.compile;

import dev.hinny.base.MediaType;
import dev.hinny.base.ProblemException;
import dev.hinny.base.SourceText;
import dev.hinny.lang.engine.format.ByteSource;
import dev.hinny.lang.engine.format.Format;
import dev.hinny.lang.engine.format.FormatContext;
import dev.hinny.lang.engine.format.Formats;
import dev.hinny.lang.engine.value.Value;
import dev.hinny.lang.front.QualifiedName;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Imports of schemas, {@code jsonschema!a::b::Person}: the schema becomes the source of a module that declares its types. */
final class Schemas {
    private static final String JSON = "jsonschema";

    private final Session session;
    private final Imports imports;

    Schemas(Session session, Imports imports) {
        this.session = session;
        this.imports = imports;
    }

    /** The module; null when there is no such schema. What is wrong with one is a problem of the import. */
    @Nullable
    ModuleUnit find(QualifiedName name) {
        if (!JSON.equals(name.loader())) {
            session.problems.error(
                    "UNKNOWN-LOADER",
                    name.span(),
                    "modules cannot be loaded with '" + name.loader() + "!'",
                    "there are java! for classes and jsonschema! for JSON schemas");
            return new MissingClassUnit(name.toString());
        }
        String file = String.join("/", name.path()) + (name.path().isEmpty() ? "" : "/") + name.name() + ".json";
        try {
            String text = text(file);
            return text == null ? null : compile(name, file, text);
        } catch (ProblemException e) {
            session.problems.error(
                    "BAD-SCHEMA",
                    name.span(),
                    "the schema '" + file + "' cannot be used: " + e.first().message(),
                    e.first().hint());
            return new MissingClassUnit(name.toString());
        }
    }

    private ModuleUnit compile(QualifiedName name, String file, String text) {
        Optional<Format> json = Formats.byId("json");
        if (json.isEmpty()) {
            throw JsonSchema.bad("there is no reader for JSON", "add the formats to the program");
        }
        Value schema = json.get().read(ByteSource.of(text), FormatContext.of(MediaType.JSON));
        return imports.compile(name.toString(), file, new SourceText(file, new JsonSchema(schema, name.path()).module()));
    }

    private @Nullable String text(String file) {
        SourceText source = session.options.modules().find(file);
        if (source != null) {
            return source.text();
        }
        ByteSource resource = session.options.resources().open("classpath://" + file);
        return resource == null ? null : new String(resource.bytes(), StandardCharsets.UTF_8);
    }
}
