/** API instances, policies, SLA tiers and contracts. */
@org.jspecify.annotations.NullMarked
package dev.hinny.plane.contract.apimanager;
