package dev.hinny.dist.platform;

import dev.hinny.gateway.api.ApiConfig;
import dev.hinny.gateway.api.ApiContext;
import dev.hinny.gateway.api.ClientApplication;
import dev.hinny.gateway.api.Limit;
import dev.hinny.plane.contract.agent.ApiInstance;
import java.util.List;

/** Turns the contract's records into the gateway's. */
final class GatewayTranslator {
    private GatewayTranslator() {}

    static List<ApiConfig> apis(List<ApiInstance> instances) {
        return instances.stream().map(GatewayTranslator::api).toList();
    }

    private static ApiConfig api(ApiInstance instance) {
        return new ApiConfig(
                new ApiContext(instance.id(), instance.assetId(), instance.assetVersion(), instance.label()),
                instance.policies().stream()
                        .map(p -> new ApiConfig.PolicyBinding(
                                p.id(), p.template(), p.version(), p.order(), p.configuration()))
                        .toList(),
                instance.contracts().stream().map(GatewayTranslator::contract).toList());
    }

    private static ApiConfig.Contract contract(ApiInstance.Contract contract) {
        List<Limit> limits = contract.limits().stream()
                .map(l -> new Limit(l.maximumRequests(), l.timePeriodInMilliseconds()))
                .toList();
        return new ApiConfig.Contract(
                new ClientApplication(contract.clientName(), contract.clientId(), contract.tier(), limits),
                contract.clientSecretHash());
    }
}
