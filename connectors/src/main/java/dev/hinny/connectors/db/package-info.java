/** Queries relational databases through JDBC. */
@org.jspecify.annotations.NullMarked
package dev.hinny.connectors.db;
