/** {@code hinny dw}: scripts without an application. */
@org.jspecify.annotations.NullMarked
package dev.hinny.cli.script;
