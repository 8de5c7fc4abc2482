/** Reads OpenAPI 3.0 and 3.1, and the JSON schemas that specifications include, into the neutral API model. */
@org.jspecify.annotations.NullMarked
package dev.hinny.specs.oas;
