/** From the start of a process to its first answer, and the memory it then takes. */
@NullMarked
package dev.hinny.bench.start;

import org.jspecify.annotations.NullMarked;
