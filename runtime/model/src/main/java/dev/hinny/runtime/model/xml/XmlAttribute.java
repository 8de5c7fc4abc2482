package dev.hinny.runtime.model.xml;

import dev.hinny.base.SourceSpan;

/**
 * An attribute as written.
 *
 * @param prefix empty for an attribute of the element's own
 * @param place of the value, between the quotes
 */
public record XmlAttribute(String prefix, String uri, String name, String value, SourceSpan place) {
    /** With prefix, as {@code doc:name}. */
    public String qualifiedName() {
        return prefix.isEmpty() ? name : prefix + ":" + name;
    }
}
