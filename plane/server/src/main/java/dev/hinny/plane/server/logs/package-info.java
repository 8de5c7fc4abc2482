/** The lines that replicas log. */
@org.jspecify.annotations.NullMarked
package dev.hinny.plane.server.logs;
