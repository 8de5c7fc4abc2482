package dev.hinny.runtime.api.element;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** On a record used as a child element: its name in XML, when it is not the record's name in kebab case. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface Element {
    /** Local name. */
    String value();

    /** Prefix when the element belongs to another namespace than its parent, such as {@code tls}. */
    String prefix() default "";
}
