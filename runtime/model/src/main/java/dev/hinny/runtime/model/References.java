package dev.hinny.runtime.model;

import dev.hinny.base.Problem;
import dev.hinny.base.Problems;
import dev.hinny.base.Severity;
import dev.hinny.base.Suggestion;
import dev.hinny.runtime.model.descriptor.Catalog;
import dev.hinny.runtime.model.descriptor.ElementDescriptor;
import dev.hinny.runtime.model.descriptor.Parameter;
import dev.hinny.runtime.model.xml.XmlAttribute;
import dev.hinny.runtime.model.xml.XmlElement;
import java.util.Map;
import java.util.Optional;

/** Checks that flows, configurations, error handlers and error types that elements name are there. */
final class References {
    private final Catalog catalog;
    private final Problems problems;
    private final Severity missing;
    private final Map<String, FlowModel> flows;
    private final Map<String, XmlElement> configurations;
    private final Map<String, XmlElement> errorHandlers;

    References(
            Catalog catalog,
            Problems problems,
            Severity missing,
            Map<String, FlowModel> flows,
            Map<String, XmlElement> configurations,
            Map<String, XmlElement> errorHandlers) {
        this.catalog = catalog;
        this.problems = problems;
        this.missing = missing;
        this.flows = flows;
        this.configurations = configurations;
        this.errorHandlers = errorHandlers;
    }

    void check(XmlElement element) {
        if (ApplicationLoader.isCore(element, "flow-ref")) {
            element.attribute("name").ifPresent(this::flow);
        } else if (ApplicationLoader.isCore(element, "error-handler")) {
            element.attribute("ref").ifPresent(this::errorHandler);
        } else if (element.uri().equals(Catalog.CORE) && element.name().startsWith("on-error")) {
            element.attribute("type").ifPresent(this::errorTypes);
        }
        Optional<ElementDescriptor> descriptor = catalog.element(element.uri(), element.name());
        descriptor.ifPresent(d -> d.record().parameters().stream()
                .filter(p -> p.param().reference())
                .map(Parameter::name)
                .forEach(attribute -> element.attribute(attribute).ifPresent(this::configuration)));
        element.children().forEach(this::check);
    }

    private void flow(XmlAttribute reference) {
        String name = reference.value();
        if (!flows.containsKey(name) && !name.contains("#[") && !name.contains("${")) {
            problems.error(
                    "UNKNOWN-FLOW",
                    reference.place(),
                    "there is no flow or sub-flow '" + name + "'",
                    Suggestion.didYouMean(name, flows.keySet(), "define it, or correct the name"));
        }
    }

    void errorHandler(XmlAttribute reference) {
        if (!errorHandlers.containsKey(reference.value())) {
            problems.add(Problem.error(
                            "UNKNOWN-ERROR-HANDLER",
                            reference.place(),
                            "there is no global error handler '" + reference.value() + "'",
                            Suggestion.didYouMean(
                                    reference.value(),
                                    errorHandlers.keySet(),
                                    "define it, or import the file that has it"))
                    .as(missing));
        }
    }

    private void configuration(XmlAttribute reference) {
        String name = reference.value();
        if (!configurations.containsKey(name) && !name.contains("#[") && !name.contains("${")) {
            problems.error(
                    "UNKNOWN-CONFIG",
                    reference.place(),
                    "there is no configuration '" + name + "'",
                    Suggestion.didYouMean(
                            name, configurations.keySet(), "define it in one of the application's files"));
        }
    }

    /** An error type of a namespace that a connector serves must be one of its types; others are the application's own. */
    private void errorTypes(XmlAttribute attribute) {
        for (String part : attribute.value().split(",")) {
            String type = part.strip();
            if (type.isEmpty()
                    || type.contains("${")
                    || type.contains("*")
                    || catalog.errorType(type).isPresent()) {
                continue;
            }
            String namespace = type.contains(":")
                    ? type.substring(0, type.indexOf(':')).toUpperCase(java.util.Locale.ROOT)
                    : "MULE";
            boolean served = catalog.errorTypeNames().stream().anyMatch(t -> t.startsWith(namespace + ":"));
            if (served) {
                problems.warning(
                        "UNKNOWN-ERROR-TYPE",
                        attribute.place(),
                        "no component raises an error of type '" + type + "'",
                        Suggestion.didYouMean(type, catalog.errorTypeNames(), "check namespace and identifier"));
            }
        }
    }
}
