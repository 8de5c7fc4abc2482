/** Fuzzing of the parser and of every format's reader, guided by coverage, for as long as wanted. */
@org.jspecify.annotations.NullMarked
package dev.hinny.lang.fuzz;
