/** What every use case starts with: who asks, what they may do, and the refusal when it is not to be. */
@org.jspecify.annotations.NullMarked
package dev.hinny.plane.server.usecase;
