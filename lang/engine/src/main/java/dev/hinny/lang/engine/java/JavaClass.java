package dev.hinny.lang.engine.java;

import dev.hinny.base.Problem;
import dev.hinny.lang.engine.EvaluationException;
import dev.hinny.lang.engine.type.Type;
import dev.hinny.lang.engine.value.FunctionValue;
import dev.hinny.lang.engine.value.JavaValue;
import dev.hinny.lang.engine.value.NullValue;
import dev.hinny.lang.engine.value.Value;
import java.lang.reflect.Constructor;
import java.lang.reflect.Executable;
import java.lang.reflect.Field;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** A class that a script imports with {@code java!}: constructors as {@code new}, public static methods and fields. */
public final class JavaClass {
    private final Class<?> type;

    public JavaClass(Class<?> type) {
        this.type = type;
    }

    /** Names that a script may use. */
    public List<String> names() {
        TreeSet<String> names = new TreeSet<>();
        names.add("new");
        for (Method method : type.getMethods()) {
            names.add(method.getName());
        }
        return new ArrayList<>(names);
    }

    /** A constructor, method or static field; null when the class has none of that name. Instance methods take the object first. */
    public @Nullable Value member(String name) {
        List<Executable> candidates = new ArrayList<>();
        if (name.equals("new")) {
            candidates.addAll(Arrays.asList(type.getConstructors()));
        } else {
            for (Method method : type.getMethods()) {
                if (method.getName().equals(name)) {
                    candidates.add(method);
                }
            }
        }
        if (!candidates.isEmpty()) {
            return new Function(type.getSimpleName() + "::" + name, candidates);
        }
        try {
            Field field = type.getField(name);
            return Modifier.isStatic(field.getModifiers()) ? JavaBridge.toValue(field.get(null)) : null;
        } catch (NoSuchFieldException | IllegalAccessException e) {
            return null;
        }
    }

    private record Function(String name, List<Executable> candidates) implements FunctionValue {
        @Override
        public List<Parameter> parameters() {
            List<Parameter> parameters = new ArrayList<>();
            for (int i = 0; i < count(candidates.get(0)); i++) {
                parameters.add(new Parameter("arg" + i, Type.ANY, false));
            }
            return parameters;
        }

        @Override
        public Value call(Value... arguments) {
            EvaluationException mismatch = null;
            for (Executable candidate : candidates) {
                if (count(candidate) == arguments.length) {
                    @Nullable Object[] converted;
                    try {
                        converted = convert(candidate, arguments);
                    } catch (EvaluationException e) {
                        mismatch = e;
                        continue;
                    }
                    return invoke(candidate, converted);
                }
            }
            throw mismatch != null
                    ? mismatch
                    : EvaluationException.of(
                            "WRONG-ARGUMENTS",
                            "'" + name + "' takes other numbers of arguments than " + arguments.length,
                            "");
        }

        private static int count(Executable candidate) {
            return candidate.getParameterCount()
                    + (candidate instanceof Method m && !Modifier.isStatic(m.getModifiers()) ? 1 : 0);
        }

        private static @Nullable Object[] convert(Executable candidate, Value[] arguments) {
            int offset = count(candidate) - candidate.getParameterCount();
            @Nullable Object[] converted = new Object[arguments.length];
            if (offset == 1) {
                converted[0] = JavaBridge.toJava(arguments[0], candidate.getDeclaringClass());
            }
            Class<?>[] types = candidate.getParameterTypes();
            for (int i = 0; i < types.length; i++) {
                converted[i + offset] = JavaBridge.toJava(arguments[i + offset], types[i]);
            }
            return converted;
        }

        private Value invoke(Executable candidate, @Nullable Object[] arguments) {
            try {
                return switch (candidate) {
                    case Constructor<?> c -> JavaValue.of(c.newInstance(arguments));
                    case Method m when Modifier.isStatic(m.getModifiers()) -> result(m, m.invoke(null, arguments));
                    case Method m ->
                        result(m, m.invoke(arguments[0], Arrays.copyOfRange(arguments, 1, arguments.length)));
                };
            } catch (InvocationTargetException e) {
                Throwable cause = e.getCause() == null ? e : e.getCause();
                throw new EvaluationException(
                        Problem.error("JAVA-EXCEPTION", null, "'" + name + "' failed: " + cause, ""), cause);
            } catch (InstantiationException | IllegalAccessException e) {
                throw EvaluationException.of("JAVA-ACCESS", "'" + name + "' cannot be called: " + e.getMessage(), "");
            }
        }

        private static Value result(Method method, @Nullable Object object) {
            return method.getReturnType() == void.class ? NullValue.NULL : JavaBridge.toValue(object);
        }
    }
}
