/** Tests of the XML format. */
@org.jspecify.annotations.NullMarked
package dev.hinny.lang.formats.xml;
