package dev.hinny.runtime.model.descriptor;

import dev.hinny.runtime.api.element.Param;

/**
 * A parameter of an element, from a component of its record.
 *
 * @param name in XML: the attribute; for a child element its name in kebab case
 * @param component of the record
 */
public record Parameter(String name, String component, Shape shape, boolean required, Param param) {
    /** Name of the child element that may carry it: {@code inputParameters} is {@code input-parameters}. */
    public String childName() {
        return Names.kebab(name);
    }
}
