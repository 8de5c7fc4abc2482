package dev.hinny.lang.engine.java;

import dev.hinny.lang.engine.value.Entry;
import dev.hinny.lang.engine.value.Key;
import dev.hinny.lang.engine.value.NullValue;
import dev.hinny.lang.engine.value.ObjectValue;
import dev.hinny.lang.engine.value.Value;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Properties of Java objects: public getters, record components; {@code message} and {@code cause} of exceptions. */
final class Beans {
    private static final ClassValue<Map<String, Method>> GETTERS = new ClassValue<>() {
        @Override
        protected Map<String, Method> computeValue(Class<?> type) {
            return getters(type);
        }
    };

    private Beans() {}

    static @Nullable Value property(Object bean, String name) {
        Method getter = GETTERS.get(bean.getClass()).get(name);
        return getter == null ? null : read(bean, getter);
    }

    static ObjectValue properties(Object bean) {
        List<Entry> entries = new ArrayList<>();
        GETTERS.get(bean.getClass()).forEach((name, getter) -> entries.add(new Property(Key.of(name), bean, getter)));
        return ObjectValue.of(entries);
    }

    private record Property(Key key, Object bean, Method getter) implements Entry {
        @Override
        public Value value() {
            return read(bean, getter);
        }

        @Override
        public boolean isMaterialized() {
            return false;
        }
    }

    private static Value read(Object bean, Method getter) {
        try {
            return JavaBridge.toValue(getter.invoke(bean));
        } catch (IllegalAccessException | InvocationTargetException e) {
            return NullValue.NULL;
        }
    }

    private static Map<String, Method> getters(Class<?> type) {
        Map<String, Method> found = new TreeMap<>();
        if (type.isRecord()) {
            Map<String, Method> components = new LinkedHashMap<>();
            for (RecordComponent component : type.getRecordComponents()) {
                Method accessor = callable(type, component.getAccessor());
                if (accessor != null) {
                    components.put(component.getName(), accessor);
                }
            }
            return components;
        }
        for (Method method : type.getMethods()) {
            String name = propertyName(method);
            if (name != null && !name.equals("class") && !Modifier.isStatic(method.getModifiers())) {
                Method callable = callable(type, method);
                if (callable != null) {
                    found.put(name, callable);
                }
            }
        }
        return found;
    }

    /** The method itself, or the one of an accessible interface or parent that it implements. */
    private static @Nullable Method callable(Class<?> type, Method method) {
        if (Modifier.isPublic(method.getDeclaringClass().getModifiers())) {
            return method;
        }
        for (Class<?> parent = type; parent != null; parent = parent.getSuperclass()) {
            for (Class<?> candidate : parent.getInterfaces()) {
                if (Modifier.isPublic(candidate.getModifiers())) {
                    try {
                        return candidate.getMethod(method.getName());
                    } catch (NoSuchMethodException e) {
                        continue;
                    }
                }
            }
        }
        return method.trySetAccessible() ? method : null;
    }

    private static @Nullable String propertyName(Method method) {
        if (method.getParameterCount() != 0 || method.getReturnType() == void.class) {
            return null;
        }
        String name = method.getName();
        if (name.length() > 3 && name.startsWith("get")) {
            return decapitalize(name.substring(3));
        }
        return name.length() > 2 && name.startsWith("is") && method.getReturnType() == boolean.class
                ? decapitalize(name.substring(2))
                : null;
    }

    static String decapitalize(String name) {
        if (name.length() > 1 && Character.isUpperCase(name.charAt(0)) && Character.isUpperCase(name.charAt(1))) {
            return name;
        }
        return name.substring(0, 1).toLowerCase(Locale.ROOT) + name.substring(1);
    }
}
