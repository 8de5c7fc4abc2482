/** The elements of the core namespace: one class a family. */
@org.jspecify.annotations.NullMarked
package dev.hinny.runtime.engine.core;
