/** A proxy without policies. */
@NullMarked
package dev.hinny.bench.gateway;

import org.jspecify.annotations.NullMarked;
