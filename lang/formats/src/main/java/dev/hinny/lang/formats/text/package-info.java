/** Plain text, bytes and form fields. */
@org.jspecify.annotations.NullMarked
package dev.hinny.lang.formats.text;
