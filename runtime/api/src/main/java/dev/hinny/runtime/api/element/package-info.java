/** How a connector describes its elements: records of parameters, from which XML is validated and decoded. */
@org.jspecify.annotations.NullMarked
package dev.hinny.runtime.api.element;
