/** The executable form of a script: a tree of small nodes, each of which evaluates to a value. */
@org.jspecify.annotations.NullMarked
package dev.hinny.lang.engine.node;
