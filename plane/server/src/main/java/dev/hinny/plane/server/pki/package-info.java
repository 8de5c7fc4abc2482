/** The platform's own certificate authority. */
@org.jspecify.annotations.NullMarked
package dev.hinny.plane.server.pki;
