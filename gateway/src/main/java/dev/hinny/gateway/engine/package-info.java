/** Compiles the policies of each API to a chain and puts it in front of a request handler. */
@org.jspecify.annotations.NullMarked
package dev.hinny.gateway.engine;
