/** The corpus of the language and what runs it. */
@org.jspecify.annotations.NullMarked
package dev.hinny.lang.suite;
