/** The one HTTP layer: HTTP/1.1 and HTTP/2 server and client, TLS, and forwarding that stays on the event loop. */
@org.jspecify.annotations.NullMarked
package dev.hinny.http;
