/** JSON (RFC 8259). */
@org.jspecify.annotations.NullMarked
package dev.hinny.lang.formats.json;
