package dev.hinny.runtime.engine.ee;

import dev.hinny.runtime.api.Chain;
import dev.hinny.runtime.api.Event;
import dev.hinny.runtime.api.Expression;
import dev.hinny.runtime.api.FlowError;
import dev.hinny.runtime.api.Message;
import dev.hinny.runtime.api.Processor;
import dev.hinny.runtime.api.element.Build;
import dev.hinny.runtime.api.element.ElementType;
import dev.hinny.runtime.api.element.Param;
import dev.hinny.runtime.engine.expression.Materials;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** {@code ee:cache} and its strategies: a stored message for an event that was seen before. */
final class Cache {
    static final List<ElementType> TYPES = List.of(
            new ElementType.ProcessorType<>(
                    "cache",
                    Scope.class,
                    "Answers with a stored message for a key that was seen before.",
                    Cache::scope),
            new ElementType.Configuration<>(
                    "object-store-caching-strategy",
                    Strategy.class,
                    CacheStore.class,
                    "Where messages are stored and by which key.",
                    Cache::strategy),
            new ElementType.ProcessorType<>(
                    "invalidate-cache", InvalidateCache.class, "Forgets all stored messages.", Cache::invalidate),
            new ElementType.ProcessorType<>(
                    "invalidate-key", InvalidateKey.class, "Forgets one stored message.", Cache::invalidateKey));

    private Cache() {}

    record Strategy(
            @Param("What identifies an event; its payload when absent.") @Nullable
            Expression keyGenerationExpression,

            @Param("The same by a named generator.") @Nullable
            String keyGeneratorExpression,

            @Param("Name of an object store.") @Nullable String objectStore,

            @Param("Name of a class that copies responses.") @Nullable
            String responseGenerator,

            @Param("Whether the strategy locks over a cluster.") @Nullable
            String synchronizedAccess,

            @Param("Further store settings.") @Nullable String persistent) {}

    record Scope(
            @Param(name = "cachingStrategy-ref", value = "The strategy; one of its own when absent.", reference = true)
            @Nullable
            String strategy,

            @Param("Which events are cached; all when absent.") @Nullable
            Expression filterExpression,

            @Param("What runs when nothing is stored.") Chain chain) {}

    record InvalidateCache(
            @Param(name = "cachingStrategy-ref", value = "The strategy.", reference = true)
            String strategy) {}

    record InvalidateKey(
            @Param(name = "cachingStrategy-ref", value = "The strategy.", reference = true)
            String strategy,

            @Param("What identifies the event.") @Nullable Expression keyGenerationExpression) {}

    private static CacheStore strategy(Strategy parameters, Build build) {
        return new CacheStore(parameters.keyGenerationExpression);
    }

    private static Processor scope(Scope parameters, Build build) {
        CacheStore store = parameters.strategy == null
                ? new CacheStore(null)
                : build.configuration(parameters.strategy, CacheStore.class).orElseGet(() -> new CacheStore(null));
        return event -> {
            if (parameters.filterExpression != null && !parameters.filterExpression.bool(event)) {
                return parameters.chain.process(event);
            }
            String key = key(store.key(), event);
            Message stored = store.get(key);
            if (stored != null) {
                return event.withMessage(shareable(stored));
            }
            Event result = parameters.chain.process(event);
            store.put(key, shareable(result.message()));
            return result;
        };
    }

    private static Message shareable(Message message) {
        return new Message(Materials.shareable(message.payload()), Materials.shareable(message.attributes()));
    }

    private static Processor invalidate(InvalidateCache parameters, Build build) {
        CacheStore store =
                build.configuration(parameters.strategy, CacheStore.class).orElseGet(() -> new CacheStore(null));
        return event -> {
            store.clear();
            return event;
        };
    }

    private static Processor invalidateKey(InvalidateKey parameters, Build build) {
        CacheStore store =
                build.configuration(parameters.strategy, CacheStore.class).orElseGet(() -> new CacheStore(null));
        return event -> {
            store.remove(key(
                    parameters.keyGenerationExpression == null ? store.key() : parameters.keyGenerationExpression,
                    event));
            return event;
        };
    }

    private static String key(@Nullable Expression expression, Event event) throws FlowError {
        if (expression != null) {
            return expression.text(event);
        }
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256")
                    .digest(event.payload().bytes().bytes());
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
