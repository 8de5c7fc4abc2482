/** Tests of the Java format. */
@org.jspecify.annotations.NullMarked
package dev.hinny.lang.formats.java;
