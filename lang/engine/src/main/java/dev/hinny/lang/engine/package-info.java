/** Scripts: from the syntax tree to an executable form, and its evaluation. */
@org.jspecify.annotations.NullMarked
package dev.hinny.lang.engine;
