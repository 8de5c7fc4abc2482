/** Data formats, one package each: a reader, a writer and their options. */
@org.jspecify.annotations.NullMarked
package dev.hinny.lang.formats;
