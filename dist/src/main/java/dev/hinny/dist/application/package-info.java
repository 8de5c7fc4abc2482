/** Applications without a platform: checking and running them. */
@org.jspecify.annotations.NullMarked
package dev.hinny.dist.application;
