/** Routes requests by an API specification, and checks them against it. */
@org.jspecify.annotations.NullMarked
package dev.hinny.connectors.apikit;
