/** PostgreSQL: the managed local one or a given one, its schema, transactions, secrets at rest, leases and change signals. */
@org.jspecify.annotations.NullMarked
package dev.hinny.plane.store;
