package dev.hinny.runtime.engine.graph;

import dev.hinny.base.SourceSpan;
import dev.hinny.runtime.api.Chain;
import dev.hinny.runtime.api.Expression;
import dev.hinny.runtime.api.element.KeyValues;
import dev.hinny.runtime.engine.expression.Pairs;
import dev.hinny.runtime.model.descriptor.Parameter;
import dev.hinny.runtime.model.descriptor.RecordDescriptor;
import dev.hinny.runtime.model.descriptor.Shape;
import dev.hinny.runtime.model.xml.XmlAttribute;
import dev.hinny.runtime.model.xml.XmlElement;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Makes an element's parameter record. The model's check has named what is missing or misspelt; here the element then gives
 * no record, and what is inside it is still built so that its problems are found.
 */
final class Decoder {
    private static final Set<String> COMMON_CHILDREN = Set.of(
            "reconnect",
            "reconnect-forever",
            "reconnection",
            "redelivery-policy",
            "error-mapping",
            "annotations",
            "repeatable-in-memory-stream",
            "repeatable-file-store-stream",
            "non-repeatable-stream",
            "repeatable-in-memory-iterable",
            "repeatable-file-store-iterable",
            "non-repeatable-iterable",
            "expiration-policy",
            "pooling-profile",
            "description");

    private final GraphBuilder graph;
    private final String flow;

    Decoder(GraphBuilder graph, String flow) {
        this.graph = graph;
        this.flow = flow;
    }

    /** @param path of the element, to which the paths of the processors inside are added */
    Optional<Record> decode(XmlElement element, RecordDescriptor descriptor, String path) {
        List<Parameter> parameters = descriptor.parameters();
        @Nullable Object[] values = new @Nullable Object[parameters.size()];
        Map<XmlElement, Integer> children = positions(element, parameters);
        boolean complete = true;
        for (int i = 0; i < values.length; i++) {
            Parameter parameter = parameters.get(i);
            Class<?> type = descriptor.type().getRecordComponents()[i].getType();
            values[i] = value(element, parameter, type, path, children);
            if (values[i] == null && (parameter.required() || type.isPrimitive())) {
                complete = false;
            }
        }
        return complete ? Optional.of(construct(descriptor.type(), values)) : Optional.empty();
    }

    /** Positions of the children that are records, which number the routes of routers and the handlers of error handlers. */
    private static Map<XmlElement, Integer> positions(XmlElement element, List<Parameter> parameters) {
        Map<XmlElement, Integer> positions = new IdentityHashMap<>();
        for (XmlElement child : element.children()) {
            for (Parameter parameter : parameters) {
                if (parameter.shape() instanceof Shape.Children(List<RecordDescriptor> choices, boolean _)
                        && choice(element, child, choices).isPresent()) {
                    positions.putIfAbsent(child, positions.size());
                }
            }
        }
        return positions;
    }

    private static Record construct(Class<? extends Record> type, @Nullable Object[] values) {
        try {
            Class<?>[] types = Arrays.stream(type.getRecordComponents())
                    .map(RecordComponent::getType)
                    .toArray(Class<?>[]::new);
            Constructor<? extends Record> constructor = type.getDeclaredConstructor(types);
            constructor.setAccessible(true);
            return constructor.newInstance(values);
        } catch (InvocationTargetException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : new IllegalStateException(e.getCause());
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("cannot make " + type.getName(), e);
        }
    }

    private @Nullable Object value(
            XmlElement element, Parameter parameter, Class<?> type, String path, Map<XmlElement, Integer> children) {
        return switch (parameter.shape()) {
            case Shape.Literal _ -> literal(element, parameter, type);
            case Shape.Script _ -> script(element, parameter);
            case Shape.Pairs _ -> pairs(element, parameter);
            case Shape.Processors _ -> chain(element, children, path);
            case Shape.Children(List<RecordDescriptor> choices, boolean many) ->
                many
                        ? records(element, choices, path, children)
                        : records(element, choices, path, children).stream()
                                .findFirst()
                                .orElse(null);
        };
    }

    /** A parameter's text with its place: attribute, child element or own text. */
    private record Text(String value, SourceSpan place) {}

    private static Optional<Text> text(XmlElement element, Parameter parameter) {
        if (parameter.param().text()) {
            return element.text().isBlank()
                    ? Optional.empty()
                    : Optional.of(new Text(element.text(), element.textPlace()));
        }
        Optional<XmlAttribute> attribute = element.attribute(parameter.name());
        if (attribute.isPresent()) {
            return attribute.map(a -> new Text(a.value(), a.place()));
        }
        return child(element, parameter).filter(c -> !c.text().isEmpty()).map(c -> new Text(c.text(), c.textPlace()));
    }

    private static Optional<XmlElement> child(XmlElement element, Parameter parameter) {
        return element.child(parameter.childName()).or(() -> element.child(parameter.name()));
    }

    private @Nullable Object literal(XmlElement element, Parameter parameter, Class<?> type) {
        String text = text(element, parameter)
                .map(Text::value)
                .orElse(parameter.param().defaultValue());
        boolean absent = text.isEmpty() && text(element, parameter).isEmpty();
        if (type == String.class) {
            return absent ? null : text;
        }
        String clean = text.strip();
        if (clean.isEmpty()) {
            return type == boolean.class ? Boolean.FALSE : null;
        }
        return convert(clean, type);
    }

    /** Null where the text is no such value: the model's check has said so, or it is a placeholder without value. */
    private static @Nullable Object convert(String text, Class<?> type) {
        try {
            if (type == int.class || type == Integer.class) {
                return Integer.valueOf(text);
            }
            if (type == long.class || type == Long.class) {
                return Long.valueOf(text);
            }
        } catch (NumberFormatException e) {
            return type.isPrimitive() ? fallback(type) : null;
        }
        if (type == boolean.class || type == Boolean.class) {
            return Boolean.valueOf(text);
        }
        if (type == double.class) {
            return Double.valueOf(text);
        }
        if (type.isEnum()) {
            for (Object constant : type.getEnumConstants()) {
                if (constant.toString().equalsIgnoreCase(text)
                        || ((Enum<?>) constant).name().equalsIgnoreCase(text)) {
                    return constant;
                }
            }
        }
        return null;
    }

    private static Object fallback(Class<?> type) {
        return type == int.class ? (Object) 0 : (Object) 0L;
    }

    private @Nullable Expression script(XmlElement element, Parameter parameter) {
        Optional<Text> text = text(element, parameter);
        if (text.isPresent()) {
            return graph.expression(text.get().value(), text.get().place());
        }
        if (child(element, parameter).isPresent() && !parameter.param().text()) {
            return graph.expression("", element.place());
        }
        String otherwise = parameter.param().defaultValue();
        return otherwise.isEmpty() ? null : graph.expression(otherwise, element.place());
    }

    private KeyValues pairs(XmlElement element, Parameter parameter) {
        Optional<XmlAttribute> attribute = element.attribute(parameter.name());
        if (attribute.isPresent()) {
            return Pairs.of(
                    graph.expression(attribute.get().value(), attribute.get().place()));
        }
        Optional<XmlElement> child = child(element, parameter);
        if (child.isEmpty()) {
            String otherwise = parameter.param().defaultValue();
            return otherwise.isEmpty() ? Pairs.EMPTY : Pairs.of(graph.expression(otherwise, element.place()));
        }
        if (!child.get().children().isEmpty()) {
            List<Map.Entry<String, Expression>> entries = new ArrayList<>();
            child.get().children().forEach(c -> entry(c, entries));
            return Pairs.of(entries);
        }
        return child.get().text().isBlank()
                ? Pairs.EMPTY
                : Pairs.of(graph.expression(child.get().text(), child.get().textPlace()));
    }

    private void entry(XmlElement element, List<Map.Entry<String, Expression>> entries) {
        Optional<XmlAttribute> key = element.attributes().stream()
                .filter(a -> a.prefix().isEmpty()
                        && (a.name().equals("key") || a.name().endsWith("Name")))
                .findFirst();
        if (key.isEmpty()) {
            graph.problems()
                    .error("MISSING-ATTRIBUTE", element.place(), "'" + element.qualifiedName() + "' needs 'key'", "");
            return;
        }
        Optional<XmlAttribute> value = element.attribute("value");
        entries.add(Map.entry(
                key.get().value(),
                value.isPresent()
                        ? graph.expression(value.get().value(), value.get().place())
                        : graph.expression(element.text(), element.textPlace())));
    }

    private List<Record> records(
            XmlElement element, List<RecordDescriptor> choices, String path, Map<XmlElement, Integer> positions) {
        List<Record> records = new ArrayList<>();
        for (XmlElement child : element.children()) {
            Optional<RecordDescriptor> choice = choice(element, child, choices);
            choice.flatMap(c -> decode(child, c, path + suffix(element, child, positions)))
                    .ifPresent(records::add);
        }
        return List.copyOf(records);
    }

    private static String suffix(XmlElement element, XmlElement child, Map<XmlElement, Integer> positions) {
        if (child.name().equals("error-handler")) {
            return "/errorHandler";
        }
        int position = positions.getOrDefault(child, 0);
        return element.name().equals("error-handler") ? "/" + position : "/route/" + position;
    }

    static Optional<RecordDescriptor> choice(XmlElement parent, XmlElement child, List<RecordDescriptor> choices) {
        for (RecordDescriptor choice : choices) {
            if (choice.elementName().equals(child.name())
                    && (choice.elementPrefix().isEmpty()
                            ? child.uri().equals(parent.uri())
                            : !child.uri().equals(parent.uri())
                                    || choice.elementPrefix().equals(child.prefix()))) {
                return Optional.of(choice);
            }
        }
        return Optional.empty();
    }

    private Chain chain(XmlElement element, Map<XmlElement, Integer> records, String path) {
        List<XmlElement> inside = new ArrayList<>();
        for (XmlElement child : element.children()) {
            if (!records.containsKey(child) && !COMMON_CHILDREN.contains(child.name())) {
                inside.add(child);
            }
        }
        return graph.chain(inside, flow, path + "/processors/");
    }
}
