/** When schedulers fire. */
@org.jspecify.annotations.NullMarked
package dev.hinny.runtime.engine.schedule;
