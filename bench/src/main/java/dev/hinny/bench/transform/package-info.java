/** A small transformation in one process. */
@NullMarked
package dev.hinny.bench.transform;

import org.jspecify.annotations.NullMarked;
