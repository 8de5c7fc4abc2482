/** The read-eval-print loop. */
@org.jspecify.annotations.NullMarked
package dev.hinny.lang.tools.repl;
