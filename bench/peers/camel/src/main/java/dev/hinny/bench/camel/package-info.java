/** The peer that is started beside Hinny: one route that answers a greeting. */
@NullMarked
package dev.hinny.bench.camel;

import org.jspecify.annotations.NullMarked;
