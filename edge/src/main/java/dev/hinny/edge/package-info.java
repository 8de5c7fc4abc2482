/** The load balancer: routes by host and path to replicas, and never loses a request to a change of its table. */
@org.jspecify.annotations.NullMarked
package dev.hinny.edge;
