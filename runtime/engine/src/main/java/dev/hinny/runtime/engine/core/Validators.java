package dev.hinny.runtime.engine.core;

import dev.hinny.base.MediaType;
import dev.hinny.runtime.api.ErrorType;
import dev.hinny.runtime.api.Expression;
import dev.hinny.runtime.api.FlowError;
import dev.hinny.runtime.api.Processor;
import dev.hinny.runtime.api.element.Build;
import dev.hinny.runtime.api.element.ElementType;
import dev.hinny.runtime.api.element.Param;
import dev.hinny.runtime.api.store.ObjectStore;
import dev.hinny.runtime.engine.expression.Texts;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** {@code idempotent-message-validator}: refuses what was seen before. */
final class Validators {
    private static final Duration REMEMBERED = Duration.ofDays(1);

    static final List<ElementType> TYPES = List.of(new ElementType.ProcessorType<>(
            "idempotent-message-validator",
            Idempotent.class,
            "Fails for an event whose id was seen before.",
            Validators::idempotent));

    private Validators() {}

    record Idempotent(
            @Param(value = "What identifies an event.", defaultValue = "#[correlationId]")
            Expression idExpression,

            @Param(value = "What is stored for it.", defaultValue = "#[correlationId]")
            Expression valueExpression,

            @Param("Name of the object store that remembers.") @Nullable
            String objectStore,

            @Param("Name of the store when none is given.") @Nullable
            String storePrefix) {}

    private static Processor idempotent(Idempotent parameters, Build build) {
        String path = build.component().path();
        String chosen = parameters.objectStore != null ? parameters.objectStore : parameters.storePrefix;
        String name = chosen == null ? "idempotent-" + path.replaceAll("[^A-Za-z0-9._-]", "-") : chosen;
        return event -> {
            ObjectStore store =
                    build.application().stores().objects(name, new ObjectStore.Settings(true, REMEMBERED, 0));
            String id = parameters.idExpression.text(event);
            String value = Texts.of(parameters.valueExpression.evaluate(event));
            ObjectStore.Entry entry =
                    new ObjectStore.Entry(value.getBytes(StandardCharsets.UTF_8), MediaType.TEXT.essence());
            if (!store.putIfAbsent(id, entry)) {
                throw new FlowError(ErrorType.DUPLICATE_MESSAGE, "the event with id '" + id + "' was seen before");
            }
            return event;
        };
    }
}
