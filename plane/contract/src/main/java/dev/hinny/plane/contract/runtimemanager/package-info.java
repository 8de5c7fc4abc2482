/** Applications and their deployments. */
@org.jspecify.annotations.NullMarked
package dev.hinny.plane.contract.runtimemanager;
