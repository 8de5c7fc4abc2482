package dev.hinny.gateway.engine;

import dev.hinny.gateway.api.Policy;
import java.util.concurrent.atomic.LongAdder;

/**
 * A policy in its place in a chain.
 *
 * @param binding id of the binding, to which the policy's state belongs
 * @param configuration what the policy was made from
 * @param refusals how many requests it has answered itself
 */
record Step(long binding, String id, Record configuration, Policy policy, LongAdder refusals) {
    /** {@code policy 'rate-limiting' (binding 7)}. */
    String name() {
        return "policy '" + id + "' (binding " + binding + ")";
    }
}
