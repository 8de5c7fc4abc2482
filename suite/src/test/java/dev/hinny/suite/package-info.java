/** Checks of the whole that no single module can make. */
@NullMarked
package dev.hinny.suite;

import org.jspecify.annotations.NullMarked;
