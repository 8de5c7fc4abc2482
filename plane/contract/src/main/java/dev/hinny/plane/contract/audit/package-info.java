/** The audit log. */
@org.jspecify.annotations.NullMarked
package dev.hinny.plane.contract.audit;
