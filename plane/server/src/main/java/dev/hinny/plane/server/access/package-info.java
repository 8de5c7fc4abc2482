/** Sign-in, organisations, environments, users, connected apps, and the one permission check. */
@org.jspecify.annotations.NullMarked
package dev.hinny.plane.server.access;
