/** Class path of an application. */
@org.jspecify.annotations.NullMarked
package dev.hinny.runtime.engine.launch;
