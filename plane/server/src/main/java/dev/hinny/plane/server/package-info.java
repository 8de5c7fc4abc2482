/** The controller: everything of the control plane, assembled. */
@org.jspecify.annotations.NullMarked
package dev.hinny.plane.server;
