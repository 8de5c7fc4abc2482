package dev.hinny.connectors.apigateway;

import dev.hinny.base.Problem;
import dev.hinny.base.ProblemException;
import dev.hinny.base.Severity;
import dev.hinny.base.SourceSpan;
import dev.hinny.base.Suggestion;
import dev.hinny.connectors.http.RequestGate;
import dev.hinny.gateway.engine.Gateway;
import dev.hinny.runtime.api.Application;
import dev.hinny.runtime.api.element.Build;
import dev.hinny.runtime.api.element.Lifecycle;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Puts the policies of an API instance in front of a flow's listener. Does nothing where the host offers no gateway: in tests
 * and in an application that runs alone.
 */
public final class Autodiscovery implements Lifecycle {
    private final Application application;
    private final OptionalLong apiId;
    private final String flow;
    private final SourceSpan place;

    private Autodiscovery(Application application, OptionalLong apiId, String flow, SourceSpan place) {
        this.application = application;
        this.apiId = apiId;
        this.flow = flow;
        this.place = place;
    }

    static Autodiscovery of(AutodiscoveryParameters parameters, Build build) {
        OptionalLong apiId = number(parameters.apiId().strip());
        if (apiId.isEmpty()) {
            boolean guarded = build.application().service(Gateway.class).isPresent();
            build.problems()
                    .add(Problem.error(
                                    "BAD-API-ID",
                                    build.place("apiId"),
                                    "found '" + parameters.apiId()
                                            + "' for 'apiId', expected the number of an API instance",
                                    "write the id that the platform shows for the instance")
                            .as(guarded ? Severity.ERROR : Severity.WARNING));
        }
        return new Autodiscovery(build.application(), apiId, parameters.flowRef(), build.place("flowRef"));
    }

    private static OptionalLong number(String text) {
        return text.matches("\\d{1,18}") ? OptionalLong.of(Long.parseLong(text)) : OptionalLong.empty();
    }

    /** Runs before listeners start, which then find the gate. */
    @Override
    public void start() {
        Optional<Gateway> gateway = application.service(Gateway.class);
        if (!application.flowNames().contains(flow)) {
            List<String> flows = application.flowNames();
            throw new ProblemException(Problem.error(
                    "UNKNOWN-FLOW",
                    place,
                    "found '" + flow + "' for 'flowRef', but there is no such flow",
                    Suggestion.didYouMean(flow, flows, "name the flow that has the HTTP listener")));
        }
        if (gateway.isPresent() && apiId.isPresent()) {
            bind(gateway.get(), apiId.getAsLong());
        }
    }

    private void bind(Gateway gateway, long api) {
        gateway.bind(api, flow);
        Optional<RequestGate> others = application.service(RequestGate.class);
        application.offer(RequestGate.class, (name, next) -> {
            var guarded = name.equals(flow) ? gateway.guard(api, next) : next;
            return others.map(gate -> gate.gate(name, guarded)).orElse(guarded);
        });
    }

    @Override
    public void stop() {
        if (apiId.isPresent()) {
            application.service(Gateway.class).ifPresent(gateway -> gateway.unbind(apiId.getAsLong(), flow));
        }
    }
}
