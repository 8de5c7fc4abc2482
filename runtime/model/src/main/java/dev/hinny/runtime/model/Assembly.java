package dev.hinny.runtime.model;

import dev.hinny.base.Problems;
import dev.hinny.base.Severity;
import dev.hinny.base.SourceText;
import dev.hinny.base.Suggestion;
import dev.hinny.runtime.api.element.ElementType;
import dev.hinny.runtime.model.descriptor.Catalog;
import dev.hinny.runtime.model.descriptor.ElementCheck;
import dev.hinny.runtime.model.descriptor.ElementDescriptor;
import dev.hinny.runtime.model.property.PropertySources;
import dev.hinny.runtime.model.xml.XmlAttribute;
import dev.hinny.runtime.model.xml.XmlElement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Sorts top-level elements into flows, configurations and error handlers, checks each, and checks what they refer to. */
final class Assembly {
    private static final Pattern SOURCE_NAME =
            Pattern.compile("(.*-)?(listener|trigger|subscriber|poll|receive-source)|on-.*");
    private static final Set<String> STRUCTURE = Set.of(
            "flow",
            "sub-flow",
            "error-handler",
            "configuration",
            "configuration-properties",
            "global-property",
            "import",
            "object-store",
            "notifications",
            "expression-language",
            "custom-processor");

    private final String name;
    private final Catalog catalog;
    private final Problems problems;
    private final Severity missing;
    private final ElementCheck check;
    private final Map<String, FlowModel> flows = new LinkedHashMap<>();
    private final Map<String, XmlElement> errorHandlers = new LinkedHashMap<>();
    private final List<XmlElement> globals = new ArrayList<>();
    private final Map<String, XmlElement> named = new LinkedHashMap<>();
    private Optional<XmlAttribute> defaultErrorHandler = Optional.empty();

    Assembly(String name, Catalog catalog, Problems problems, Severity missing) {
        this.name = name;
        this.catalog = catalog;
        this.problems = problems;
        this.missing = missing;
        this.check = new ElementCheck(catalog, problems, missing);
    }

    ApplicationModel assemble(
            List<XmlElement> elements,
            PropertySources properties,
            List<String> secure,
            Map<String, SourceText> sources) {
        elements.forEach(this::topLevel);
        References references = new References(catalog, problems, missing, flows, named, errorHandlers);
        flows.values().forEach(f -> references.check(f.element()));
        errorHandlers.values().forEach(references::check);
        globals.forEach(references::check);
        defaultErrorHandler.ifPresent(references::errorHandler);
        return new ApplicationModel(
                name,
                List.copyOf(globals),
                java.util.Collections.unmodifiableMap(flows),
                java.util.Collections.unmodifiableMap(errorHandlers),
                defaultErrorHandler.map(XmlAttribute::value),
                properties,
                secure,
                java.util.Collections.unmodifiableMap(sources));
    }

    private void topLevel(XmlElement element) {
        if (!element.uri().equals(Catalog.CORE)) {
            global(element);
            return;
        }
        switch (element.name()) {
            case "flow" -> flow(element, FlowModel.Kind.FLOW);
            case "sub-flow" -> flow(element, FlowModel.Kind.SUB_FLOW);
            case "error-handler" -> {
                String handler = required(element, "name");
                if (errorHandlers.putIfAbsent(handler, element) != null) {
                    duplicate(element, handler);
                }
                check.check(element);
            }
            case "configuration" ->
                defaultErrorHandler =
                        element.attribute("defaultErrorHandler-ref").or(() -> defaultErrorHandler);
            case "configuration-properties", "global-property", "import", "notifications", "expression-language" -> {}
            default -> {
                if (catalog.element(element.uri(), element.name()).isPresent()) {
                    global(element);
                } else {
                    problems.error(
                            "UNKNOWN-ELEMENT",
                            element.place(),
                            "'" + element.qualifiedName() + "' cannot stand at the top of a flow file",
                            Suggestion.didYouMean(
                                    element.name(), STRUCTURE, "at the top: " + String.join(", ", STRUCTURE)));
                }
            }
        }
    }

    private void global(XmlElement element) {
        globals.add(element);
        element.value("name").ifPresent(n -> {
            if (named.putIfAbsent(n, element) != null) {
                duplicate(element, n);
            }
        });
        check.check(element);
    }

    private String required(XmlElement element, String attribute) {
        Optional<String> value = element.value(attribute);
        if (value.isEmpty() || value.get().isBlank()) {
            problems.error(
                    "MISSING-ATTRIBUTE",
                    element.place(),
                    "'" + element.qualifiedName() + "' needs '" + attribute + "'",
                    "");
            return "";
        }
        return value.get();
    }

    private void duplicate(XmlElement element, String duplicated) {
        problems.error(
                "DUPLICATE-NAME",
                element.attribute("name").map(XmlAttribute::place).orElse(element.place()),
                "the name '" + duplicated + "' is given twice",
                "names of global elements must differ over all files of an application");
    }

    private void flow(XmlElement element, FlowModel.Kind kind) {
        String flow = required(element, "name");
        Set<String> known = kind == FlowModel.Kind.FLOW
                ? Set.of("name", "initialState", "maxConcurrency", "processingStrategy")
                : Set.of("name");
        for (XmlAttribute attribute : element.attributes()) {
            if (attribute.prefix().isEmpty() && !known.contains(attribute.name())) {
                problems.error(
                        "UNKNOWN-ATTRIBUTE",
                        attribute.place(),
                        "'" + element.qualifiedName() + "' has no attribute '" + attribute.name() + "'",
                        Suggestion.didYouMean(attribute.name(), known, "attributes: " + String.join(", ", known)));
            }
        }
        List<XmlElement> processors = new ArrayList<>();
        Optional<XmlElement> source = Optional.empty();
        Optional<XmlElement> errorHandler = Optional.empty();
        for (XmlElement child : element.children()) {
            if (ApplicationLoader.isCore(child, "description")) {
                continue;
            }
            if (ApplicationLoader.isCore(child, "error-handler")) {
                errorHandler = Optional.of(child);
            } else if (kind == FlowModel.Kind.FLOW && processors.isEmpty() && source.isEmpty() && isSource(child)) {
                source = Optional.of(child);
            } else {
                processors.add(child);
            }
            check.check(child);
        }
        FlowModel model = new FlowModel(
                flow,
                kind,
                element,
                source,
                processors,
                errorHandler,
                !element.value("initialState").orElse("started").equalsIgnoreCase("stopped"),
                number(element, "maxConcurrency"));
        if (!flow.isEmpty() && flows.putIfAbsent(flow, model) != null) {
            duplicate(element, flow);
        }
    }

    private int number(XmlElement element, String attribute) {
        Optional<XmlAttribute> value = element.attribute(attribute);
        if (value.isEmpty() || value.get().value().contains("${")) {
            return 0;
        }
        try {
            return Integer.parseInt(value.get().value().strip());
        } catch (NumberFormatException e) {
            problems.error(
                    "BAD-VALUE",
                    value.get().place(),
                    "'" + attribute + "' is '" + value.get().value() + "' and must be a whole number",
                    "");
            return 0;
        }
    }

    private boolean isSource(XmlElement element) {
        Optional<ElementDescriptor> descriptor = catalog.element(element.uri(), element.name());
        if (descriptor.isPresent()) {
            return descriptor.get().type() instanceof ElementType.SourceType<?>;
        }
        return !catalog.knows(element.uri())
                && SOURCE_NAME.matcher(element.name()).matches();
    }
}
