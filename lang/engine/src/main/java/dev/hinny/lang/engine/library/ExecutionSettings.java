package dev.hinny.lang.engine.library;

import dev.hinny.base.MediaType;
import dev.hinny.lang.engine.EvaluationException;
import dev.hinny.lang.engine.Privileges;
import dev.hinny.lang.engine.node.Conditions;
import dev.hinny.lang.engine.operation.Errors;
import dev.hinny.lang.engine.value.ArrayValue;
import dev.hinny.lang.engine.value.FunctionValue;
import dev.hinny.lang.engine.value.NumberValue;
import dev.hinny.lang.engine.value.ObjectValue;
import dev.hinny.lang.engine.value.StringValue;
import dev.hinny.lang.engine.value.Value;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How a script runs another.
 *
 * @param timeOut milliseconds, 0 for any time
 * @param output of a script that names none
 * @param fails whether a failure is thrown instead of returned
 * @param stackSize bytes, 0 for the usual
 * @param onUnhandledTimeout called when the script cannot be stopped
 */
record ExecutionSettings(
        long timeOut,
        MediaType output,
        Map<String, Value> writerProperties,
        boolean fails,
        Privileges privileges,
        @Nullable ObjectValue loggerService,
        long stackSize,
        @Nullable FunctionValue onUnhandledTimeout) {
    private static final MediaType LANGUAGE = new MediaType("application", "dw", Map.of());

    /** What a call of the language takes at most, roughly. */
    private static final long FRAME = 1024;

    private static final long LEAST_STACK = 256 * 1024;

    static ExecutionSettings of(ObjectValue configuration) {
        Map<String, Value> writer = new LinkedHashMap<>();
        if (configuration.get("writerProperties") instanceof ObjectValue properties) {
            properties.forEach(p -> writer.put(p.key().name(), p.value()));
        }
        Value timeout = configuration.get("onUnhandledTimeout");
        return new ExecutionSettings(
                number(configuration, "timeOut"),
                configuration.get("outputMimeType") instanceof StringValue s ? mediaType(s.text()) : LANGUAGE,
                writer,
                fails(configuration.get("onException")),
                privileges(configuration.get("securityManager")),
                configuration.get("loggerService") instanceof ObjectValue service ? service : null,
                stack(number(configuration, "maxStackSize")),
                timeout instanceof FunctionValue f ? f : null);
    }

    static MediaType mediaType(String text) {
        return MediaType.parse(text)
                .orElseThrow(() -> EvaluationException.of(
                        "BAD-MEDIA-TYPE", "'" + text + "' is no media type", "for example application/json"));
    }

    private static boolean fails(@Nullable Value onException) {
        String chosen = onException instanceof StringValue s ? s.text() : "HANDLE";
        if (!chosen.equals("HANDLE") && !chosen.equals("FAIL")) {
            throw Errors.argument("configuration", "onException is '" + chosen + "', but may be HANDLE or FAIL");
        }
        return chosen.equals("FAIL");
    }

    private static Privileges privileges(@Nullable Value manager) {
        return manager instanceof FunctionValue f
                ? (privilege, arguments) ->
                        Conditions.truth(f.call(StringValue.of(privilege), ArrayValue.of(arguments)))
                : Privileges.ALL;
    }

    private static long number(ObjectValue configuration, String name) {
        return configuration.get(name) instanceof NumberValue n ? Math.max(0, n.longValue()) : 0;
    }

    private static long stack(long calls) {
        return calls == 0 ? 0 : Math.max(LEAST_STACK, Math.min(calls, Integer.MAX_VALUE) * FRAME);
    }

    /** Whether the script needs a thread of its own. */
    boolean isLimited() {
        return timeOut > 0 || stackSize > 0;
    }
}
