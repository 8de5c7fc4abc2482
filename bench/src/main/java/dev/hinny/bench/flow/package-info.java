/** A transformation behind an HTTP listener. */
@NullMarked
package dev.hinny.bench.flow;

import org.jspecify.annotations.NullMarked;
