package dev.hinny.runtime.model;

import dev.hinny.base.Severity;
import java.util.Map;

/**
 * How an application is loaded.
 *
 * @param properties set by {@code -D} or the deployment
 * @param environment of the process
 * @param missing how bad it is that something outside the application is missing: a property, a secure key, a file
 */
public record LoadOptions(Map<String, String> properties, Map<String, String> environment, Severity missing) {
    /** For checking and testing: what only the real environment has may be missing. */
    public static LoadOptions lenient(Map<String, String> properties) {
        return new LoadOptions(properties, System.getenv(), Severity.WARNING);
    }

    /** For running. */
    public static LoadOptions strict(Map<String, String> properties) {
        return new LoadOptions(properties, System.getenv(), Severity.ERROR);
    }
}
