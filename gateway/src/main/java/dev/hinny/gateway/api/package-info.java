/** What a policy is, what it sees of a request, and the records that tell a gateway which policies guard which API. */
@org.jspecify.annotations.NullMarked
package dev.hinny.gateway.api;
