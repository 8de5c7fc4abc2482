package dev.hinny.runtime.model.descriptor;

import dev.hinny.runtime.api.Chain;
import dev.hinny.runtime.api.Expression;
import dev.hinny.runtime.api.element.Element;
import dev.hinny.runtime.api.element.KeyValues;
import dev.hinny.runtime.api.element.Param;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** What a parameter record allows in XML, derived from its components and their {@link Param} annotations. */
public final class RecordDescriptor {
    private static final Map<Class<?>, RecordDescriptor> KNOWN = new ConcurrentHashMap<>();

    private final Class<? extends Record> type;
    private @Nullable List<Parameter> parameters;

    private RecordDescriptor(Class<? extends Record> type) {
        this.type = type;
    }

    public static RecordDescriptor of(Class<? extends Record> type) {
        return KNOWN.computeIfAbsent(type, _ -> new RecordDescriptor(type));
    }

    public Class<? extends Record> type() {
        return type;
    }

    /** Name of the child element that this record is; an element type has its own name. */
    public String elementName() {
        Element element = type.getAnnotation(Element.class);
        return element == null ? Names.kebab(type.getSimpleName()) : element.value();
    }

    /** Prefix of the namespace that the child element belongs to; empty: its parent's. */
    public String elementPrefix() {
        Element element = type.getAnnotation(Element.class);
        return element == null ? "" : element.prefix();
    }

    /** In the order of the record's components. Derived when first asked, since records may hold each other. */
    public synchronized List<Parameter> parameters() {
        List<Parameter> known = parameters;
        if (known == null) {
            known = Arrays.stream(type.getRecordComponents())
                    .map(this::parameter)
                    .toList();
            parameters = known;
        }
        return known;
    }

    public Optional<Parameter> chain() {
        return parameters().stream()
                .filter(p -> p.shape() instanceof Shape.Processors)
                .findFirst();
    }

    private Parameter parameter(RecordComponent component) {
        Param param = component.getAnnotation(Param.class);
        if (param == null) {
            throw new IllegalStateException(
                    "the component " + component.getName() + " of " + type.getName() + " needs @Param");
        }
        String name = param.name().isEmpty() ? component.getName() : param.name();
        Shape shape = shape(component);
        boolean collection = shape instanceof Shape.Children(var _, boolean many) && many;
        boolean required = !collection
                && !(shape instanceof Shape.Processors)
                && !(shape instanceof Shape.Pairs)
                && param.defaultValue().isEmpty()
                && !isNullable(component)
                && component.getType() != boolean.class;
        return new Parameter(name, component.getName(), shape, required, param);
    }

    private static boolean isNullable(RecordComponent component) {
        AnnotatedElement annotated = component.getAnnotatedType();
        return annotated.isAnnotationPresent(Nullable.class);
    }

    private Shape shape(RecordComponent component) {
        Class<?> raw = component.getType();
        if (raw == Expression.class) {
            return new Shape.Script();
        }
        if (raw == KeyValues.class) {
            return new Shape.Pairs();
        }
        if (raw == Chain.class) {
            return new Shape.Processors();
        }
        if (raw == List.class) {
            return new Shape.Children(choices(argument(component)), true);
        }
        if (raw.isRecord() || raw.isSealed()) {
            return new Shape.Children(choices(raw), false);
        }
        if (raw == String.class
                || raw.isPrimitive()
                || raw.isEnum()
                || raw == Integer.class
                || raw == Long.class
                || raw == Boolean.class) {
            return new Shape.Literal(raw);
        }
        throw new IllegalStateException("no XML form for " + raw.getName() + " in " + type.getName());
    }

    private static Class<?> argument(RecordComponent component) {
        Type generic = component.getGenericType();
        if (generic instanceof ParameterizedType list && list.getActualTypeArguments()[0] instanceof Class<?> item) {
            return item;
        }
        throw new IllegalStateException("a list of records is expected in " + component);
    }

    private static List<RecordDescriptor> choices(Class<?> type) {
        List<RecordDescriptor> choices = new ArrayList<>();
        if (type.isSealed() && !type.isRecord()) {
            for (Class<?> permitted : type.getPermittedSubclasses()) {
                choices.addAll(choices(permitted));
            }
        } else {
            choices.add(of(type.asSubclass(Record.class)));
        }
        return List.copyOf(choices);
    }
}
