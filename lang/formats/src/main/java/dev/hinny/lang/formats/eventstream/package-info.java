/** Server-sent events (WHATWG HTML, section 9.2). */
@org.jspecify.annotations.NullMarked
package dev.hinny.lang.formats.eventstream;
