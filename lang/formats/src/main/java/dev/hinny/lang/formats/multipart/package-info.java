/** Documents of several parts (RFC 2046), form data above all (RFC 7578). */
@org.jspecify.annotations.NullMarked
package dev.hinny.lang.formats.multipart;
