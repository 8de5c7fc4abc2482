/**
 * Text of the transformation language to an immutable, located syntax tree with every syntax problem, and back to
 * text.
 */
@org.jspecify.annotations.NullMarked
package dev.hinny.lang.front;
