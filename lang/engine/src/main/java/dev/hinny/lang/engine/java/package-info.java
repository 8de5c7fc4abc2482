/** Java objects to values and back. */
@org.jspecify.annotations.NullMarked
package dev.hinny.lang.engine.java;
