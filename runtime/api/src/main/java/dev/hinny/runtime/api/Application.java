package dev.hinny.runtime.api;

import dev.hinny.lang.engine.format.ByteSource;
import dev.hinny.runtime.api.store.Stores;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ScheduledExecutorService;

/** The application that a component belongs to, and what it offers. Thread-safe. */
public interface Application {
    String name();

    /** A resolved property: what {@code ${name}} and {@code p('name')} give. */
    Optional<String> property(String name);

    /** A resource of the application: path relative to its class path, {@code classpath:} allowed. The caller closes it. */
    Optional<InputStream> resource(String path);

    /** Loads the application's own classes and drivers. */
    ClassLoader classLoader();

    Stores stores();

    /**
     * Makes a stream repeatable: what was read stays in memory up to a bound, then in a temporary file that goes when
     * nobody refers to the source any more. Reads on only as the source is read, and closes the stream at its end.
     *
     * @param sizeHint expected number of bytes; -1 when it is not known
     */
    ByteSource keep(InputStream stream, long sizeHint);

    /** For periodic work; tasks run on virtual threads. */
    ScheduledExecutorService scheduler();

    /** Where listeners bind, and where they report what they bound. */
    Listeners listeners();

    /** A flow by name, for connectors that call flows (routers by specification, callbacks). */
    Optional<FlowEntry> flow(String name);

    /** The names of all flows, in the order of their files. */
    List<String> flowNames();

    /** Offers a service to other connectors of this application; the last offer of a type wins. */
    <T> void offer(Class<T> type, T service);

    /** A service that the host or another connector offers. */
    <T> Optional<T> service(Class<T> type);
}
