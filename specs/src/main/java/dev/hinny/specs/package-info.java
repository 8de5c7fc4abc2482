/** The spec-neutral, immutable, located model of an API, the readers that make it, and the router over it. */
@org.jspecify.annotations.NullMarked
package dev.hinny.specs;
