package dev.hinny.runtime.engine;

import dev.hinny.runtime.api.Interceptor;
import dev.hinny.runtime.api.Listeners;
import dev.hinny.runtime.api.store.Stores;
import dev.hinny.runtime.engine.expression.CompiledScripts;
import dev.hinny.runtime.engine.expression.ScriptLanguage;
import dev.hinny.runtime.engine.store.FileStores;
import dev.hinny.runtime.engine.store.MemoryStores;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * What the process that runs an application gives it.
 *
 * @param stores makes the stores of an application by its name; called once an application
 * @param interceptors go around every processor call, the first outermost
 * @param services what connectors find with {@link dev.hinny.runtime.api.Application#service}, by type
 * @param sources which flows' sources start, by flow name; test runners keep them off
 * @param temporary folder for spilled streams and unpacked archives; each application has a folder of its own in it, which
 *     goes when the application stops
 */
public record Host(
        Listeners listeners,
        Function<String, Stores> stores,
        List<Interceptor> interceptors,
        Clock clock,
        Map<Class<?>, Object> services,
        Predicate<String> sources,
        ScriptLanguage language,
        Path temporary) {
    public Host {
        interceptors = List.copyOf(interceptors);
        services = Map.copyOf(services);
    }

    /** Declared addresses, stores in memory, all sources on. */
    public static Host inMemory() {
        return new Host(
                new DeclaredListeners(),
                _ -> new MemoryStores(Clock.systemDefaultZone()),
                List.of(),
                Clock.systemDefaultZone(),
                Map.of(),
                _ -> true,
                new CompiledScripts(),
                processTemporary());
    }

    /** The folder that is used when nobody names one; it goes with the last application. */
    static Path processTemporary() {
        return Path.of(
                System.getProperty("java.io.tmpdir", "/tmp"),
                "hinny-" + ProcessHandle.current().pid());
    }

    /** As {@link #inMemory}, with stores in files: one directory an application under {@code data}. */
    public static Host withData(Path data) {
        return inMemory()
                .withStores(name -> FileStores.open(
                        data.resolve("stores").resolve(name.replaceAll("[^A-Za-z0-9_-]", "_")),
                        Clock.systemDefaultZone()));
    }

    public Host withListeners(Listeners other) {
        return new Host(other, stores, interceptors, clock, services, sources, language, temporary);
    }

    public Host withStores(Function<String, Stores> other) {
        return new Host(listeners, other, interceptors, clock, services, sources, language, temporary);
    }

    /** Adds one inside those that are there. */
    public Host withInterceptor(Interceptor interceptor) {
        List<Interceptor> more = new ArrayList<>(interceptors);
        more.add(interceptor);
        return new Host(listeners, stores, more, clock, services, sources, language, temporary);
    }

    public Host withClock(Clock other) {
        return new Host(listeners, stores, interceptors, other, services, sources, language, temporary);
    }

    public <T> Host withService(Class<T> type, T service) {
        Map<Class<?>, Object> more = new HashMap<>(services);
        more.put(type, service);
        return new Host(listeners, stores, interceptors, clock, more, sources, language, temporary);
    }

    public Host withSources(Predicate<String> which) {
        return new Host(listeners, stores, interceptors, clock, services, which, language, temporary);
    }

    public Host withTemporary(Path folder) {
        return new Host(listeners, stores, interceptors, clock, services, sources, language, folder);
    }
}
