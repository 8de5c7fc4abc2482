/** Functions of the standard library that are written in Java, one class a family. */
@org.jspecify.annotations.NullMarked
package dev.hinny.lang.engine.library;
