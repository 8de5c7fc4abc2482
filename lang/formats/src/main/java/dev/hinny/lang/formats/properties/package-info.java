/** Java's property files. */
@org.jspecify.annotations.NullMarked
package dev.hinny.lang.formats.properties;
