/** The configuration of a policy: one record from which decoding, checking, masking and the JSON schema follow. */
@org.jspecify.annotations.NullMarked
package dev.hinny.gateway.api.config;
