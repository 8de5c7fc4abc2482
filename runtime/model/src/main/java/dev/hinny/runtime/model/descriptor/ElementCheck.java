package dev.hinny.runtime.model.descriptor;

import dev.hinny.base.Problem;
import dev.hinny.base.Problems;
import dev.hinny.base.Severity;
import dev.hinny.base.SourceSpan;
import dev.hinny.base.Suggestion;
import dev.hinny.runtime.api.element.ElementType;
import dev.hinny.runtime.model.xml.XmlAttribute;
import dev.hinny.runtime.model.xml.XmlElement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Checks elements against what their descriptors allow, and names what is wrong with place and suggestion. */
public final class ElementCheck {
    private static final Set<String> TARGET = Set.of("target", "targetValue");
    private static final Set<String> COMMON_CHILDREN = Set.of(
            "reconnect",
            "reconnect-forever",
            "reconnection",
            "redelivery-policy",
            "error-mapping",
            "repeatable-in-memory-stream",
            "repeatable-file-store-stream",
            "non-repeatable-stream",
            "repeatable-in-memory-iterable",
            "repeatable-file-store-iterable",
            "non-repeatable-iterable",
            "expiration-policy",
            "pooling-profile",
            "annotations");

    private final Catalog catalog;
    private final Problems problems;
    private final Severity missing;
    private final Set<String> standIns = new LinkedHashSet<>();

    /** @param missing how bad an empty value is, which a property leaves to the deployment */
    public ElementCheck(Catalog catalog, Problems problems, Severity missing) {
        this.catalog = catalog;
        this.problems = problems;
        this.missing = missing;
    }

    /** Checks a processor, source or configuration with all that is inside. */
    public void check(XmlElement element) {
        Optional<ElementDescriptor> descriptor = catalog.element(element.uri(), element.name());
        if (descriptor.isPresent()) {
            check(element, descriptor.get());
        } else if (catalog.knows(element.uri())) {
            problems.error(
                    "UNKNOWN-ELEMENT",
                    element.place(),
                    "'" + element.qualifiedName() + "' is no element of its namespace",
                    Suggestion.didYouMean(
                            element.name(),
                            catalog.names(element.uri()),
                            "elements: " + String.join(", ", catalog.names(element.uri()))));
        } else {
            standIn(element);
        }
    }

    /** Accepts an element of a connector that is not there; it fails only when it is executed. */
    private void standIn(XmlElement element) {
        if (element.uri().isEmpty()) {
            problems.error(
                    "UNKNOWN-ELEMENT",
                    element.place(),
                    "'" + element.qualifiedName() + "' has no namespace",
                    "declare xmlns");
        } else if (standIns.add(element.uri() + " " + element.name())) {
            problems.add(Problem.warning(
                    "STAND-IN",
                    element.place(),
                    "the connector of '" + element.qualifiedName()
                            + "' is not there; the element loads and fails when it is executed",
                    "mock it in tests, or add the connector of " + element.uri()));
        }
        for (XmlElement child : element.children()) {
            if (catalog.element(child.uri(), child.name()).isPresent()) {
                check(child);
            }
        }
    }

    private void check(XmlElement element, ElementDescriptor descriptor) {
        boolean operation = descriptor.type() instanceof ElementType.OperationType<?>;
        boolean global = descriptor.type() instanceof ElementType.Configuration<?, ?>;
        record(element, descriptor.record(), operation ? TARGET : global ? Set.of("name") : Set.of());
    }

    private void record(XmlElement element, RecordDescriptor record, Set<String> also) {
        attributes(element, record, also);
        children(element, record);
        for (Parameter parameter : record.parameters()) {
            if (parameter.required() && !present(element, parameter)) {
                problems.error(
                        "MISSING-ATTRIBUTE",
                        element.place(),
                        "'" + element.qualifiedName() + "' needs " + name(parameter),
                        parameter.param().value());
            }
        }
    }

    private static String name(Parameter parameter) {
        if (parameter.param().text()) {
            return "text";
        }
        return parameter.shape() instanceof Shape.Children(List<RecordDescriptor> choices, boolean _)
                ? choices.stream().map(c -> "<" + c.elementName() + ">").collect(Collectors.joining(" or "))
                : "'" + parameter.name() + "'";
    }

    private static boolean present(XmlElement element, Parameter parameter) {
        if (parameter.param().text()) {
            return !element.text().isBlank();
        }
        return switch (parameter.shape()) {
            case Shape.Literal _, Shape.Script _ ->
                element.attribute(parameter.name()).isPresent()
                        || element.child(parameter.childName()).isPresent();
            case Shape.Pairs _ -> true;
            case Shape.Processors _ -> true;
            case Shape.Children(List<RecordDescriptor> choices, boolean many) ->
                many
                        || choices.stream()
                                .anyMatch(c -> element.child(c.elementName()).isPresent());
        };
    }

    private void attributes(XmlElement element, RecordDescriptor record, Set<String> also) {
        for (XmlAttribute attribute : element.attributes()) {
            if (!attribute.prefix().isEmpty() || also.contains(attribute.name())) {
                continue;
            }
            Optional<Parameter> parameter = record.parameters().stream()
                    .filter(p -> p.name().equals(attribute.name()) && !p.param().text())
                    .filter(p -> p.shape() instanceof Shape.Literal
                            || p.shape() instanceof Shape.Script
                            || p.shape() instanceof Shape.Pairs)
                    .findFirst();
            if (parameter.isEmpty()) {
                List<String> known = new ArrayList<>(also);
                record.parameters().stream()
                        .filter(p -> p.shape() instanceof Shape.Literal || p.shape() instanceof Shape.Script)
                        .filter(p -> !p.param().text())
                        .forEach(p -> known.add(p.name()));
                problems.error(
                        "UNKNOWN-ATTRIBUTE",
                        attribute.place(),
                        "'" + element.qualifiedName() + "' has no attribute '" + attribute.name() + "'",
                        Suggestion.didYouMean(
                                attribute.name(),
                                known,
                                known.isEmpty() ? "it has none" : "attributes: " + String.join(", ", known)));
            } else if (parameter.get().shape() instanceof Shape.Literal(Class<?> type)) {
                literal(attribute.value(), type, attribute.place(), attribute.name());
            }
        }
    }

    private void literal(String value, Class<?> type, SourceSpan place, String name) {
        String text = value.strip();
        if (text.contains("${") || text.startsWith("#[")) {
            return;
        }
        if (text.isEmpty() && type != String.class) {
            problems.add(Problem.error(
                            "EMPTY-VALUE",
                            place,
                            "'" + name + "' is empty",
                            "give it a value, or the property that it is set from")
                    .as(missing));
            return;
        }
        if (type == int.class || type == Integer.class || type == long.class || type == Long.class) {
            if (!text.matches("[+-]?\\d{1,18}")) {
                badValue(name, value, "a whole number", place);
            }
        } else if (type == boolean.class || type == Boolean.class) {
            if (!text.equalsIgnoreCase("true") && !text.equalsIgnoreCase("false")) {
                badValue(name, value, "true or false", place);
            }
        } else if (type.isEnum()) {
            List<String> allowed =
                    Arrays.stream(type.getEnumConstants()).map(Object::toString).toList();
            if (allowed.stream().noneMatch(text::equalsIgnoreCase)) {
                badValue(name, value, "one of " + String.join(", ", allowed), place);
            }
        }
    }

    private void badValue(String name, String value, String expected, SourceSpan place) {
        problems.error("BAD-VALUE", place, "'" + name + "' is '" + value + "' and must be " + expected, "");
    }

    private void children(XmlElement element, RecordDescriptor record) {
        for (XmlElement child : element.children()) {
            Optional<RecordDescriptor> nested = nested(element, child, record);
            if (nested.isPresent()) {
                record(child, nested.get(), Set.of("name"));
            } else if (isTextChild(child, record) || COMMON_CHILDREN.contains(child.name())) {
                continue;
            } else if (record.chain().isPresent()) {
                check(child);
            } else if (!child.uri().equals(element.uri()) && !catalog.knows(child.uri())) {
                standIn(child);
            } else {
                unexpected(element, child, record);
            }
        }
    }

    private static Optional<RecordDescriptor> nested(XmlElement parent, XmlElement child, RecordDescriptor record) {
        for (Parameter parameter : record.parameters()) {
            if (parameter.shape() instanceof Shape.Children(List<RecordDescriptor> choices, boolean _)) {
                for (RecordDescriptor choice : choices) {
                    if (choice.elementName().equals(child.name())
                            && (choice.elementPrefix().isEmpty()
                                    ? child.uri().equals(parent.uri())
                                    : !child.uri().equals(parent.uri())
                                            || choice.elementPrefix().equals(child.prefix()))) {
                        return Optional.of(choice);
                    }
                }
            }
        }
        return Optional.empty();
    }

    private static boolean isTextChild(XmlElement child, RecordDescriptor record) {
        return record.parameters().stream()
                .filter(p -> p.shape() instanceof Shape.Script
                        || p.shape() instanceof Shape.Pairs
                        || p.shape() instanceof Shape.Literal)
                .anyMatch(p -> p.childName().equals(child.name()) || p.name().equals(child.name()));
    }

    private void unexpected(XmlElement element, XmlElement child, RecordDescriptor record) {
        List<String> known = new ArrayList<>();
        for (Parameter p : record.parameters()) {
            switch (p.shape()) {
                case Shape.Children(List<RecordDescriptor> choices, boolean _) ->
                    choices.forEach(c -> known.add(c.elementName()));
                case Shape.Script _, Shape.Pairs _ -> known.add(p.childName());
                case Shape.Literal _, Shape.Processors _ -> {}
            }
        }
        problems.error(
                "UNKNOWN-ELEMENT",
                child.place(),
                "'" + element.qualifiedName() + "' cannot hold '" + child.qualifiedName() + "'",
                Suggestion.didYouMean(
                        child.name(),
                        known,
                        known.isEmpty() ? "it holds no elements" : "it can hold: " + String.join(", ", known)));
    }
}
