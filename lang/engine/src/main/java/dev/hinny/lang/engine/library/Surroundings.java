package dev.hinny.lang.engine.library;

import dev.hinny.lang.engine.EvaluationException;
import dev.hinny.lang.engine.Privileges;
import dev.hinny.lang.engine.node.Evaluation;
import dev.hinny.lang.engine.value.Entry;
import dev.hinny.lang.engine.value.FunctionValue;
import dev.hinny.lang.engine.value.NullValue;
import dev.hinny.lang.engine.value.ObjectValue;
import dev.hinny.lang.engine.value.StringValue;
import dev.hinny.lang.engine.value.Value;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What surrounds a script: environment and properties of the process, functions of the host. */
final class Surroundings implements NativeFamily {
    @Override
    public String name() {
        return "system";
    }

    @Override
    public @Nullable NativeFunction find(String name) {
        return switch (name) {
            case "envVar" -> demanding(Privileges.ENVIRONMENT, (e, a) -> text(System.getenv(Args.text(a[0]))));
            case "envVars" -> demanding(Privileges.ENVIRONMENT, (e, a) -> strings(System.getenv()));
            case "prop" -> demanding(Privileges.PROPERTIES, (e, a) -> text(System.getProperty(Args.text(a[0]))));
            case "props" -> demanding(Privileges.PROPERTIES, (e, a) -> strings(properties()));
            case "p", "lookup", "causedBy" -> new ContextFunction((e, a) -> hosted(e, name, a));
            default -> null;
        };
    }

    private static NativeFunction demanding(String privilege, ContextFunction.Body body) {
        return new ContextFunction((evaluation, arguments) -> {
            evaluation.options().privileges().demand(privilege, Arrays.asList(arguments));
            return body.call(evaluation, arguments);
        });
    }

    private static Value text(@Nullable String text) {
        return text == null ? NullValue.NULL : StringValue.of(text);
    }

    private static Map<String, String> properties() {
        Map<String, String> all = new TreeMap<>();
        for (String name : System.getProperties().stringPropertyNames()) {
            all.put(name, System.getProperty(name, ""));
        }
        return all;
    }

    private static Value strings(Map<String, String> map) {
        List<Entry> entries = new ArrayList<>();
        map.forEach((k, v) -> entries.add(Entry.of(k, StringValue.of(v))));
        return ObjectValue.of(entries);
    }

    private static Value hosted(Evaluation evaluation, String name, Value[] arguments) {
        if (evaluation.supplied(name) instanceof FunctionValue function) {
            return function.call(arguments);
        }
        throw EvaluationException.of(
                "NO-HOST", "'" + name + "' exists only in an application", "run the script in a flow");
    }
}
