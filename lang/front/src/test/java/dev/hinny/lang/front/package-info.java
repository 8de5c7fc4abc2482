/** Tests of the syntax. */
@org.jspecify.annotations.NullMarked
package dev.hinny.lang.front;
