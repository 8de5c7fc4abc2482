/** From the files of an application to one immutable, located model, with every problem collected; nothing runs here. */
@org.jspecify.annotations.NullMarked
package dev.hinny.runtime.model;
