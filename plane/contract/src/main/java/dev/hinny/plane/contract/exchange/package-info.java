/** The catalogue of assets, and the client applications of its consumers. */
@org.jspecify.annotations.NullMarked
package dev.hinny.plane.contract.exchange;
