/** Streams that can be read again. */
@org.jspecify.annotations.NullMarked
package dev.hinny.runtime.engine.stream;
