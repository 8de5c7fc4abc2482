/** Values handed on as they are, inside one JVM. */
@org.jspecify.annotations.NullMarked
package dev.hinny.lang.formats.java;
