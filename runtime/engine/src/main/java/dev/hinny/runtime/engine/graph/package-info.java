/** From located elements to processors that run: decoding, wrapping, flows and error handlers. */
@org.jspecify.annotations.NullMarked
package dev.hinny.runtime.engine.graph;
