/** Scripts in attributes and texts: found, compiled once, evaluated against an event. */
@org.jspecify.annotations.NullMarked
package dev.hinny.runtime.engine.expression;
