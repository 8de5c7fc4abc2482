package dev.hinny.gateway.engine;

import dev.hinny.gateway.api.ApiConfig.PolicyBinding;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/**
 * In which order the policies of an API see a request; they see the response the other way round.
 *
 * <table>
 *   <caption>Order of a chain</caption>
 *   <tr><th>rank</th><th>policies</th><th>why</th></tr>
 *   <tr><td>0</td><td>{@code cors}</td><td>a preflight carries no credentials, and refusals need its headers as well</td></tr>
 *   <tr><td>1</td><td>all others</td><td>in the order that the user set: the binding's number, smallest first</td></tr>
 * </table>
 *
 * <p>Equal numbers fall back to the binding's id, the older binding first.
 *
 * @see <a href="https://docs.mulesoft.com/mule-gateway/policies-reorder">Reordering policies</a>
 */
final class PolicyOrder {
    private static final Map<String, Integer> RANK = Map.of("cors", 0);
    private static final int OTHERS = 1;

    private static final Comparator<PolicyBinding> ORDER = Comparator.comparingInt(
                    (PolicyBinding b) -> RANK.getOrDefault(b.policy(), OTHERS))
            .thenComparingInt(PolicyBinding::order)
            .thenComparingLong(PolicyBinding::id);

    private PolicyOrder() {}

    static List<PolicyBinding> sorted(List<PolicyBinding> bindings) {
        return bindings.stream().sorted(ORDER).toList();
    }
}
