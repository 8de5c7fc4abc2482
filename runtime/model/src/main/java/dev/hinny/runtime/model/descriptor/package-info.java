/** What the providers' parameter records allow in XML, and the check of an element against it. */
@org.jspecify.annotations.NullMarked
package dev.hinny.runtime.model.descriptor;
