/** What the controller asks of the place where replicas run. */
@org.jspecify.annotations.NullMarked
package dev.hinny.plane.contract.fabric;
