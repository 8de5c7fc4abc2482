/** Applications: their desired state, and the planner that makes replicas follow it. */
@org.jspecify.annotations.NullMarked
package dev.hinny.plane.server.runtimemanager;
