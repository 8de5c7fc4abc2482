/** Measures Hinny beside its peers and writes down what came out. */
@NullMarked
package dev.hinny.bench;

import org.jspecify.annotations.NullMarked;
