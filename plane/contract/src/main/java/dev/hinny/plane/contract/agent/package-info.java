/** The agent protocol: what a worker or an edge pulls from a controller and what it reports back. */
@org.jspecify.annotations.NullMarked
package dev.hinny.plane.contract.agent;
