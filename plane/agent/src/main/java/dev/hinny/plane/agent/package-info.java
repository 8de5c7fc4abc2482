/** Lives in every worker and edge: pulls snapshots, keeps the last good one, hands it over, reports back. */
@org.jspecify.annotations.NullMarked
package dev.hinny.plane.agent;
