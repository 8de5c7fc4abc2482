/** Log lines as JSON objects. */
@org.jspecify.annotations.NullMarked
package dev.hinny.runtime.engine.log;
