/** The language's own notation. */
@org.jspecify.annotations.NullMarked
package dev.hinny.lang.formats.dw;
