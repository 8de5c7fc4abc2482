/** What the change from the event loop to a virtual thread costs. */
@NullMarked
package dev.hinny.bench.handoff;

import org.jspecify.annotations.NullMarked;
