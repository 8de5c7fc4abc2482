/** Binds flows to API instances of the platform, whose policies then guard their requests. */
@org.jspecify.annotations.NullMarked
package dev.hinny.connectors.apigateway;
