package dev.hinny.gateway.api.config;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Describes a component of a configuration record. Components are {@code String}, {@code int}, {@code long}, {@code double},
 * {@code boolean}, an enum, another record, or a {@code List} or {@code Optional} of one of these. A component that is
 * {@code Optional} or has a default may be absent; any other must be there. Enum constants are written in camel case
 * ({@code CUSTOM_EXPRESSION} is {@code customExpression}).
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.RECORD_COMPONENT)
public @interface Setting {
    /** One sentence for documentation and forms. */
    String value();

    /** Key in JSON; the component's own name when empty. */
    String key() default "";

    /** What an absent key means: a plain text, number, {@code true}, a constant as written in JSON. */
    String defaultValue() default "";

    /** Never logged, shown or exported. */
    boolean secret() default false;
}
