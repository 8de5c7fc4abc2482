/** Limits the number of requests in a window of time. */
@org.jspecify.annotations.NullMarked
package dev.hinny.policies.ratelimiting;
