/** The language server: what editors ask about scripts, over the language server protocol. */
@org.jspecify.annotations.NullMarked
package dev.hinny.lang.server;
