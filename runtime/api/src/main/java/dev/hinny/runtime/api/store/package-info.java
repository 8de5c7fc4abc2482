/** What an application keeps: object stores and durable queues, whatever holds them. */
@org.jspecify.annotations.NullMarked
package dev.hinny.runtime.api.store;
