/** Tests of the binary form of values. */
@org.jspecify.annotations.NullMarked
package dev.hinny.lang.formats.dwb;
