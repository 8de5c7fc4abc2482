/** Separated values (RFC 4180 with the usual liberties). */
@org.jspecify.annotations.NullMarked
package dev.hinny.lang.formats.csv;
