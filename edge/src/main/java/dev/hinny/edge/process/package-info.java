/** The edge as a replica: an edge that an agent keeps up to date. */
@org.jspecify.annotations.NullMarked
package dev.hinny.edge.process;
