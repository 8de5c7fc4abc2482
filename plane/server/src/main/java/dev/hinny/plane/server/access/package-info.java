/** Sign-in, organisations, environments, users and connected apps. */
@org.jspecify.annotations.NullMarked
package dev.hinny.plane.server.access;
