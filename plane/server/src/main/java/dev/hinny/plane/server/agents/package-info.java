/** The controller's side of the agent protocol: snapshots, artifacts, status, logs and identities, over mutual TLS. */
@org.jspecify.annotations.NullMarked
package dev.hinny.plane.server.agents;
