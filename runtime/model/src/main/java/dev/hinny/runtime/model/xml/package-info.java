/** XML elements with the places of their names, attribute values and text. */
@org.jspecify.annotations.NullMarked
package dev.hinny.runtime.model.xml;
