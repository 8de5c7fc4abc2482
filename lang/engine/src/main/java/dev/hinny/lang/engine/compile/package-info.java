/** From the syntax tree to the executable form: names, modules, types. */
@org.jspecify.annotations.NullMarked
package dev.hinny.lang.engine.compile;
