/** Tests of flat files. */
@org.jspecify.annotations.NullMarked
package dev.hinny.lang.formats.flatfile;
