/** The one value model that scripts, message payloads and variables share: immutable values, some of them lazy. */
@org.jspecify.annotations.NullMarked
package dev.hinny.lang.engine.value;
