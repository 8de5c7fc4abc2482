/** What operators do to values: equality, order, arithmetic, dates, coercion, text, type tests, selectors. */
@org.jspecify.annotations.NullMarked
package dev.hinny.lang.engine.operation;
