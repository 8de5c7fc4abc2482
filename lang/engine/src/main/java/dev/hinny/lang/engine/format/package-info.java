/** Media types meet values: byte sources, typed values, and the reader and writer that a format brings. */
@org.jspecify.annotations.NullMarked
package dev.hinny.lang.engine.format;
