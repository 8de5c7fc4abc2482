/** Command-line tools of the language: running, checking, laying out, the read-eval-print loop. */
@org.jspecify.annotations.NullMarked
package dev.hinny.lang.tools;
