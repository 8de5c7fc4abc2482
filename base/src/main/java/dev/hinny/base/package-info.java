/** Problems with their places, media types and the small things every room needs. JDK only; additions are refused. */
@org.jspecify.annotations.NullMarked
package dev.hinny.base;
