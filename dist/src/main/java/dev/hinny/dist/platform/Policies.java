package dev.hinny.dist.platform;

import dev.hinny.gateway.api.ApiConfig;
import dev.hinny.gateway.api.ApiContext;
import dev.hinny.gateway.api.PolicyCatalog;
import dev.hinny.gateway.api.PolicyProvider;
import dev.hinny.plane.contract.Json;
import dev.hinny.plane.contract.apimanager.PolicyTemplate;
import dev.hinny.plane.server.apimanager.PolicyOffer;

/** The gateway's policies as the platform offers them. */
final class Policies {
    /** The group that existing clients expect the standard policies in. */
    private static final String GROUP = "68ef9520-24e9-4cf2-b2f5-620025690913";

    private Policies() {}

    static PolicyOffer offer() {
        PolicyCatalog catalog = PolicyCatalog.installed(Policies.class.getClassLoader());
        return new PolicyOffer(
                catalog.all().stream().map(Policies::template).toList(),
                (policy, version, configuration) -> catalog.check(
                        new ApiConfig.PolicyBinding(0, policy, version, 0, configuration),
                        new ApiContext(0, "", "", "")));
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
