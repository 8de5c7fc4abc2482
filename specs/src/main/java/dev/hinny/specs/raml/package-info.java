/** Reads RAML 1.0 into the neutral API model. */
@org.jspecify.annotations.NullMarked
package dev.hinny.specs.raml;
