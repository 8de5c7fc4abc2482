/** Commands, one class each: they read arguments, call a room and print. */
@org.jspecify.annotations.NullMarked
package dev.hinny.cli;
