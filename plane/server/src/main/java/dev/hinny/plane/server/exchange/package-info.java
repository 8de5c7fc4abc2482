/** The catalogue: assets with versions and files, and the client applications of their consumers. */
@org.jspecify.annotations.NullMarked
package dev.hinny.plane.server.exchange;
