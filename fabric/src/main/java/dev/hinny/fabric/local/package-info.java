/** Replicas as supervised child processes of this machine that outlive the controller. */
@org.jspecify.annotations.NullMarked
package dev.hinny.fabric.local;
