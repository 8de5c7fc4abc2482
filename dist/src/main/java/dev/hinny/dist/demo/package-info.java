/** {@code hinny demo}: the example network on a platform of its own, called, broken, redeployed and explained. */
@org.jspecify.annotations.NullMarked
package dev.hinny.dist.demo;
