/** Flat files, fixed-width files and COBOL copybooks: records whose fields have a place and a length. */
@org.jspecify.annotations.NullMarked
package dev.hinny.lang.formats.flatfile;
