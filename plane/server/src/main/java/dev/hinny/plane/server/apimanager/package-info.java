/** API instances, their policies, SLA tiers and contracts: what gateways enforce. */
@org.jspecify.annotations.NullMarked
package dev.hinny.plane.server.apimanager;
