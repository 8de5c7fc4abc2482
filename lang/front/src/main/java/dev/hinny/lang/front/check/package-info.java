/** Finds what is wrong with a script before it runs, and tells tools the types and symbols of its places. */
@org.jspecify.annotations.NullMarked
package dev.hinny.lang.front.check;
