/** The commands and processes of the platform: controller, worker, edge. */
@org.jspecify.annotations.NullMarked
package dev.hinny.dist.platform;
