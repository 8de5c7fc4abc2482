/** The platform as its clients see it: where it is, and its REST API. */
@org.jspecify.annotations.NullMarked
package dev.hinny.cli.platform;
