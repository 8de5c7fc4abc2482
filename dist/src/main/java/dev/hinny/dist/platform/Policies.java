package dev.hinny.dist.platform;

import dev.hinny.gateway.api.PolicyCatalog;
import dev.hinny.gateway.api.PolicyProvider;
import dev.hinny.plane.contract.Json;
import dev.hinny.plane.contract.apimanager.PolicyTemplate;
import java.util.List;

/** The gateway's policies as the platform offers them. */
final class Policies {
    /** The group that existing clients expect the standard policies in. */
    private static final String GROUP = "68ef9520-24e9-4cf2-b2f5-620025690913";

    private Policies() {}

    static List<PolicyTemplate> templates() {
        return PolicyCatalog.installed(Policies.class.getClassLoader()).all().stream()
                .map(Policies::template)
                .toList();
    }

    private static PolicyTemplate template(PolicyProvider<?> provider) {
        return new PolicyTemplate(
                provider.id(),
                GROUP,
                provider.id(),
                provider.version(),
                provider.id(),
                provider.description(),
                "Security",
                Json.mapper().createArrayNode());
    }
}
