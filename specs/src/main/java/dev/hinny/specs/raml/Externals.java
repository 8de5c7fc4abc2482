package dev.hinny.specs.raml;

import dev.hinny.base.SourceSpan;
import dev.hinny.specs.JsonTree;
import dev.hinny.specs.Node;
import dev.hinny.specs.Shape;
import dev.hinny.specs.oas.JsonSchemas;
import dev.hinny.specs.validate.XmlSchemas;
import java.util.Optional;

/** Reads JSON and XML schemas that stand where a type is expected. */
final class Externals implements JsonSchemas.Neighbours {
    private final Reading reading;
    private final Loader loader;

    Externals(Reading reading, Loader loader) {
        this.reading = reading;
        this.loader = loader;
    }

    Shape read(Node.Text t, Shape.About about) {
        String text = t.value().strip();
        int hash = t.span().source().indexOf('#');
        String fragment = hash < 0 ? "" : t.span().source().substring(hash + 1);
        String location = hash < 0 ? t.span().source() : t.span().source().substring(0, hash);
        if (text.startsWith("<")) {
            XmlSchemas.problem(text)
                    .ifPresent(
                            p -> reading.error("RAML-BAD-XML-SCHEMA", t.span(), "the XML schema cannot be used: " + p));
            return new Shape.External(about, Shape.External.Kind.XSD, t.value(), location, fragment, Optional.empty());
        }
        Optional<Node> tree = JsonTree.parse(
                text,
                location,
                200,
                (place, message) ->
                        reading.error("RAML-BAD-JSON-SCHEMA", moved(t.span(), place), "the JSON schema is " + message));
        Optional<Shape> converted = tree.flatMap(n -> JsonSchemas.read(
                n,
                location,
                fragment,
                this,
                (place, message) -> reading.error("RAML-BAD-JSON-SCHEMA", moved(t.span(), place), message)));
        return new Shape.External(about, Shape.External.Kind.JSON_SCHEMA, t.value(), location, fragment, converted);
    }

    @Override
    public Optional<String> name(String from, String reference, SourceSpan place) {
        return loader.files().resolve(loader.name(from), reference, place).map(loader.files()::label);
    }

    @Override
    public Optional<Node> load(String name, SourceSpan place) {
        return loader.files()
                .text(loader.name(name), place)
                .flatMap(text -> JsonTree.parse(
                        text,
                        name,
                        200,
                        (at, message) -> reading.error("RAML-BAD-JSON-SCHEMA", at, "the JSON schema is " + message)));
    }

    private static SourceSpan moved(SourceSpan start, SourceSpan inside) {
        boolean included = start.startOffset() == 0 && start.line() == 1;
        return included ? inside : start;
    }
}
