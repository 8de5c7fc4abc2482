/** Lets only client applications with an approved contract through. */
@org.jspecify.annotations.NullMarked
package dev.hinny.policies.clientidenforcement;
