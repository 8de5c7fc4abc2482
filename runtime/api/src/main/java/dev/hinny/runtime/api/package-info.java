/** All that a connector may import: events and messages, processors and sources, error types, and what an application offers. */
@org.jspecify.annotations.NullMarked
package dev.hinny.runtime.api;
