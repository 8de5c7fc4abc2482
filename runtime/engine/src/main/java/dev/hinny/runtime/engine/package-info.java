/** Runs applications: from files to a checked, built and started application. */
@org.jspecify.annotations.NullMarked
package dev.hinny.runtime.engine;
