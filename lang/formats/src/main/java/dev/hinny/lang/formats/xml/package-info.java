/** XML 1.0 with namespaces. */
@org.jspecify.annotations.NullMarked
package dev.hinny.lang.formats.xml;
