/** Object stores and queues in files, and in memory. */
@org.jspecify.annotations.NullMarked
package dev.hinny.runtime.engine.store;
