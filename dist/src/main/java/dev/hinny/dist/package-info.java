/** The program that users start: its commands, and the wiring of everything else. */
@NullMarked
package dev.hinny.dist;

import org.jspecify.annotations.NullMarked;
