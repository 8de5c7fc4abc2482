/** Tests of the engine that need no format. */
@org.jspecify.annotations.NullMarked
package dev.hinny.lang.engine;
