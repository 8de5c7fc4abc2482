/** Tests that look into the compiler. */
@org.jspecify.annotations.NullMarked
package dev.hinny.lang.engine.compile;
