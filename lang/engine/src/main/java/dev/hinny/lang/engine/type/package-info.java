/** Types at run time: what values are checked against, coerced to and dispatched on. */
@org.jspecify.annotations.NullMarked
package dev.hinny.lang.engine.type;
