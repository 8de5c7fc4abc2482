/** What every policy must show: tests that each policy's own test extends. */
@org.jspecify.annotations.NullMarked
package dev.hinny.policies.tck;
