/** Validators compiled from the shapes of the neutral API model. */
@org.jspecify.annotations.NullMarked
package dev.hinny.specs.validate;
