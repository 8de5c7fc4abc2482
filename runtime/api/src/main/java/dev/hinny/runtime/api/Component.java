package dev.hinny.runtime.api;

import dev.hinny.base.SourceSpan;
import java.util.Map;
import java.util.Optional;

/**
 * An element of an application as it stands in its file: what interceptors, mocks, coverage and error messages know of a
 * processor.
 *
 * @param namespace prefix of the connector, {@code mule} for the core
 * @param attributes all attributes as written, with placeholders resolved, {@code doc:id} and {@code doc:name} included
 * @param path within the application: {@code flow-name/processors/2/route/0}
 */
public record Component(
        String namespace, String name, Map<String, String> attributes, String flow, String path, SourceSpan place) {
    /** {@code http:request}; core elements without prefix: {@code set-payload}. */
    public String identifier() {
        return namespace.equals("mule") ? name : namespace + ":" + name;
    }

    public Optional<String> attribute(String attribute) {
        return Optional.ofNullable(attributes.get(attribute));
    }

    /** {@code path @ file.xml:12 (doc name)}, for error messages and logs. */
    public String location() {
        String docName = attributes.getOrDefault("doc:name", "");
        return path + " @ " + place.source() + ":" + place.line() + (docName.isEmpty() ? "" : " (" + docName + ")");
    }
}
