package dev.hinny.runtime.model.xml;

import dev.hinny.base.SourceSpan;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * An element with its place.
 *
 * @param text all text directly inside, CDATA included, as the parser gives it
 * @param place of the start tag
 * @param textPlace of the first text that is not blank; the start tag's end when there is none
 */
public record XmlElement(
        String prefix,
        String uri,
        String name,
        List<XmlAttribute> attributes,
        List<XmlElement> children,
        String text,
        SourceSpan place,
        SourceSpan textPlace) {
    public XmlElement {
        attributes = List.copyOf(attributes);
        children = List.copyOf(children);
    }

    /** An attribute without prefix. */
    public Optional<XmlAttribute> attribute(String attribute) {
        for (XmlAttribute a : attributes) {
            if (a.prefix().isEmpty() && a.name().equals(attribute)) {
                return Optional.of(a);
            }
        }
        return Optional.empty();
    }

    public Optional<String> value(String attribute) {
        return attribute(attribute).map(XmlAttribute::value);
    }

    public Stream<XmlElement> children(String childName) {
        return children.stream().filter(c -> c.name.equals(childName));
    }

    public Optional<XmlElement> child(String childName) {
        return children(childName).findFirst();
    }

    /** With prefix as written: {@code http:listener}, {@code flow}. */
    public String qualifiedName() {
        return prefix.isEmpty() ? name : prefix + ":" + name;
    }

    /** The same element with other attributes and children; for placeholder resolution. */
    public XmlElement with(List<XmlAttribute> otherAttributes, List<XmlElement> otherChildren, String otherText) {
        return new XmlElement(prefix, uri, name, otherAttributes, otherChildren, otherText, place, textPlace);
    }
}
