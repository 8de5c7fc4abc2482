package dev.hinny.runtime.api.element;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Describes a component of a parameter record. What the XML may hold follows from the component's type:
 *
 * <ul>
 *   <li>{@code String}, {@code int}, {@code long}, {@code boolean}, an enum: an attribute whose placeholders are resolved
 *       when the application is loaded ({@code UPPER_CASE} or as written for enums)
 *   <li>{@link dev.hinny.runtime.api.Expression}: an attribute that may hold {@code #[…]}, or a child element of that name
 *       with the text
 *   <li>a record: a child element; a list of a record: repeated child elements; a sealed interface of records: one of
 *       several child elements; records take their element's name from {@link Element}
 *   <li>{@link dev.hinny.runtime.api.Chain}: the processors inside the element
 *   <li>{@link KeyValues}: a child element with an expression, or with one child a key
 * </ul>
 *
 * <p>A component that is {@code @Nullable} or has a default may be absent; any other must be there.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.RECORD_COMPONENT)
public @interface Param {
    /** One sentence for documentation, forms and completion. */
    String value();

    /** Name in XML; the component's own name when empty (children: in kebab case). */
    String name() default "";

    /** Literal or {@code #[…]}. */
    String defaultValue() default "";

    /** The text of the element itself rather than an attribute or a child. */
    boolean text() default false;

    /** Always a script, with or without {@code #[…]} around it. */
    boolean script() default false;

    /** Never logged or shown. */
    boolean secret() default false;

    /** Name of another element that this attribute refers to. */
    boolean reference() default false;
}
