/** The audit log: an entry for each change, written in the change's own transaction. */
@org.jspecify.annotations.NullMarked
package dev.hinny.plane.server.audit;
