/** Configuration properties: where they come from, which source wins, and placeholders. */
@org.jspecify.annotations.NullMarked
package dev.hinny.runtime.model.property;
