package dev.hinny.base;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * On a test: the rows of the feature ledger ({@code docs/features.tsv}) that it proves through their real interface. The
 * build prints how many rows are proven and fails on an id that the ledger does not have.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.METHOD, ElementType.TYPE})
public @interface Covers {
    /** Ids such as {@code RUN-002}. */
    String[] value();
}
