/** The controller's REST layer: routes, JSON in and out, multipart bodies, and the one place that turns failures into answers. */
@org.jspecify.annotations.NullMarked
package dev.hinny.plane.server.rest;
