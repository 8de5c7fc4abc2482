package dev.hinny.runtime.api.element;

import dev.hinny.base.Problems;
import dev.hinny.base.Severity;
import dev.hinny.base.SourceSpan;
import dev.hinny.runtime.api.Application;
import dev.hinny.runtime.api.Component;
import dev.hinny.runtime.api.Expression;
import java.util.Optional;

/** What a factory may ask while an application is put together. Used by one thread, not kept. */
public interface Build {
    Application application();

    /** The element that is being built. */
    Component component();

    /**
     * A configuration by its name. Adds a problem with a suggestion and returns empty when there is none of the type.
     *
     * @param type what the configuration's {@link ElementType.Configuration#type} says
     */
    <C> Optional<C> configuration(String name, Class<C> type);

    /** Compiles a script or literal that stands at a place; adds its problems. */
    Expression expression(String text, SourceSpan place);

    /** The place of an attribute's value, or of the element when it is absent. */
    SourceSpan place(String attribute);

    /** How bad it is that something outside the application (a keystore, a specification) is missing. */
    Severity missing();

    Problems problems();
}
