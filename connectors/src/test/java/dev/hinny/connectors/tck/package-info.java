/** What every connector of this module is tested for. */
@org.jspecify.annotations.NullMarked
package dev.hinny.connectors.tck;
