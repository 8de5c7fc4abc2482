package dev.hinny.runtime.engine;

import dev.hinny.base.ProblemException;
import dev.hinny.runtime.model.ApplicationFiles;
import dev.hinny.runtime.model.LoadOptions;
import dev.hinny.runtime.model.descriptor.Catalog;
import java.nio.file.Path;

/** The way in for whoever has applications: checks them, builds them, runs them. */
public final class Applications {
    private Applications() {}

    /**
     * Reads and builds an application and tells all that is wrong with it; starts nothing and leaves nothing behind.
     *
     * @param path a project folder, an application archive or a single flow file
     * @throws ProblemException when there is nothing to look at ({@code NO-APPLICATION}, {@code CORRUPT-ARCHIVE})
     */
    public static Checked check(Path path, Catalog catalog, LoadOptions options) {
        try (ApplicationRuntime built = build(path, catalog, options, Host.inMemory())) {
            return new Checked(built.model(), built.problems());
        }
    }

    /** Builds without starting, for those who want the runtime whatever its problems are. The caller closes it. */
    public static ApplicationRuntime build(Path path, Catalog catalog, LoadOptions options, Host host) {
        ApplicationFiles files = ApplicationFiles.open(path);
        try {
            return ApplicationRuntime.build(files, catalog, options, host);
        } catch (RuntimeException e) {
            files.close();
            throw e;
        }
    }

    /**
     * Builds and starts. The caller stops it.
     *
     * @throws ProblemException with all errors, or the reason why it cannot start; nothing is then left behind
     */
    public static ApplicationRuntime start(Path path, Catalog catalog, LoadOptions options, Host host) {
        ApplicationRuntime built = build(path, catalog, options, host);
        try {
            built.start();
            return built;
        } catch (RuntimeException e) {
            built.close();
            throw e;
        }
    }
}
