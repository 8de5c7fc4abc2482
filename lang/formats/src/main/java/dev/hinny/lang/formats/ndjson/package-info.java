/** JSON values, one a line. */
@org.jspecify.annotations.NullMarked
package dev.hinny.lang.formats.ndjson;
