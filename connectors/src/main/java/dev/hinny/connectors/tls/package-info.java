/** TLS contexts of applications: keys and trust that listeners, requests and other connections refer to. */
@org.jspecify.annotations.NullMarked
package dev.hinny.connectors.tls;
