/** Listens for HTTP requests and sends them. */
@org.jspecify.annotations.NullMarked
package dev.hinny.connectors.http;
