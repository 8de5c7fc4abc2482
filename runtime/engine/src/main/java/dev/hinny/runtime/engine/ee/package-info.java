/** Transformations, dynamic scripts and the cache scope. */
@org.jspecify.annotations.NullMarked
package dev.hinny.runtime.engine.ee;
