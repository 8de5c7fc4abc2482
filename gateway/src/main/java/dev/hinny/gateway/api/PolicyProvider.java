package dev.hinny.gateway.api;

/**
 * A kind of policy: its id, its configuration record and how it is made. Found with {@link java.util.ServiceLoader}; has no
 * state and is thread-safe. Forms, documentation, the JSON schema and the checks of the control plane all come from here.
 *
 * @param <C> its configuration; components carry {@link dev.hinny.gateway.api.config.Setting}
 */
public interface PolicyProvider<C extends Record> {
    /** The policy's asset id, such as {@code rate-limiting}. */
    String id();

    /** The asset version whose configuration this understands; bindings of the same major version are taken. */
    String version();

    /** One sentence. */
    String description();

    Class<C> configuration();

    /**
     * Makes the policy for one binding. What is wrong with the configuration goes to {@link PolicyContext#problems}; what is
     * returned then is not used.
     */
    Policy create(C configuration, PolicyContext context);
}
