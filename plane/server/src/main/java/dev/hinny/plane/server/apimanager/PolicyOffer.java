package dev.hinny.plane.server.apimanager;

import dev.hinny.base.Problem;
import dev.hinny.plane.contract.apimanager.PolicyTemplate;
import java.util.List;

/**
 * The policies that gateways have.
 *
 * @param templates what can be applied; when empty, any name is taken
 * @param check what a gateway would say of a policy's configuration
 */
public record PolicyOffer(List<PolicyTemplate> templates, Check check) {
    public PolicyOffer {
        templates = List.copyOf(templates);
    }

    /** Policies whose configuration nobody checks. */
    public static PolicyOffer unchecked(List<PolicyTemplate> templates) {
        return new PolicyOffer(templates, (policy, version, configuration) -> List.of());
    }

    /** Reads a configuration as a gateway does. */
    @FunctionalInterface
    public interface Check {
        /** @param configuration a JSON object, which may hold secrets */
        List<Problem> problems(String policy, String version, String configuration);
    }
}
