package dev.hinny.lang.engine;

import dev.hinny.base.MediaType;
import dev.hinny.lang.engine.value.StringValue;
import dev.hinny.lang.front.FlowNames;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/**
 * What a script may use besides the standard library.
 *
 * @param names values and functions that the bindings will supply: {@code payload}, {@code vars}, {@code p} ...
 * @param modules user modules
 * @param resources what {@code readUrl} reads
 * @param classLoader classes that {@code java!} may load
 * @param log where {@code log} writes a line
 * @param privileges what the script may reach; {@code resources} asks them already
 * @param timeLimit how long an evaluation may take, zero for any time; with a limit the script runs in a thread of its own
 */
public record CompileOptions(
        Set<String> names,
        ModuleResolver modules,
        ResourceResolver resources,
        ClassLoader classLoader,
        Consumer<String> log,
        Privileges privileges,
        Duration timeLimit) {

    /** The names that a flow's scripts know. */
    public static final Set<String> FLOW_NAMES = FlowNames.ALL;

    public CompileOptions {
        names = Set.copyOf(names);
    }

    /** No names, no modules, no resources. */
    public static final CompileOptions NONE = new CompileOptions(
            Set.of(),
            ModuleResolver.NONE,
            ResourceResolver.NONE,
            ClassLoader.getPlatformClassLoader(),
            line -> {},
            Privileges.ALL,
            Duration.ZERO);

    /** As {@link #NONE}, for scripts that may reach nothing: no files, environment, properties, classes. */
    public static final CompileOptions UNTRUSTED = NONE.restricted(Privileges.NONE);

    public CompileOptions withNames(Set<String> more) {
        Set<String> all = new LinkedHashSet<>(names);
        all.addAll(more);
        return new CompileOptions(all, modules, resources, classLoader, log, privileges, timeLimit);
    }

    public CompileOptions withModules(ModuleResolver other) {
        return new CompileOptions(names, other, resources, classLoader, log, privileges, timeLimit);
    }

    public CompileOptions withResources(ResourceResolver other) {
        return new CompileOptions(names, modules, other, classLoader, log, privileges, timeLimit);
    }

    public CompileOptions withClassLoader(ClassLoader other) {
        return new CompileOptions(names, modules, resources, other, log, privileges, timeLimit);
    }

    public CompileOptions withLog(Consumer<String> other) {
        return new CompileOptions(names, modules, resources, classLoader, other, privileges, timeLimit);
    }

    /** For evaluations that end with {@code TIMED-OUT} when they take longer. */
    public CompileOptions withTimeLimit(Duration other) {
        return new CompileOptions(names, modules, resources, classLoader, log, privileges, other);
    }

    /** With only what both these and the other grant. */
    public CompileOptions restricted(Privileges other) {
        ResourceResolver guarded = url -> {
            other.demand(Privileges.RESOURCE, List.of(StringValue.of(url)));
            return resources.open(url);
        };
        return new CompileOptions(names, modules, guarded, classLoader, log, privileges.and(other), timeLimit);
    }

    /** What a script without an {@code output} directive writes. */
    static final MediaType DEFAULT_OUTPUT = MediaType.JAVA;
}
