package dev.hinny.gateway.engine;

import dev.hinny.base.Blame;
import dev.hinny.base.Problem;
import dev.hinny.base.Problems;
import dev.hinny.base.Severity;
import dev.hinny.base.SourceSpan;
import dev.hinny.gateway.api.ApiConfig;
import dev.hinny.gateway.api.ApiConfig.PolicyBinding;
import dev.hinny.gateway.api.Clock;
import dev.hinny.gateway.api.Contracts;
import dev.hinny.gateway.api.Policy;
import dev.hinny.gateway.api.PolicyCatalog;
import dev.hinny.gateway.api.PolicyDraft;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Makes the chain of an API, and takes over the policies of an earlier one whose configuration is the same. */
final class Compiler {
    private final PolicyCatalog catalog;
    private final Clock clock;
    private final FailureListener failures;

    Compiler(PolicyCatalog catalog, Clock clock, FailureListener failures) {
        this.catalog = catalog;
        this.clock = clock;
        this.failures = failures;
    }

    Guarded compile(ApiConfig config, List<Step> earlier, ApiMetrics metrics) {
        Problems problems = new Problems();
        Contracts contracts = Contracts.of(config.contracts());
        for (String client : contracts.unverifiable()) {
            problems.warning(
                    "SECRET-HASH",
                    SourceSpan.file("contracts of API " + config.api().id()),
                    "the secret of client '" + client + "' is hashed in an unknown way, expected 'sha256:1:SALT:HASH'",
                    "requests with this client's secret are refused; reset the secret");
        }
        List<Step> steps = new ArrayList<>();
        for (PolicyBinding binding : PolicyOrder.sorted(config.policies())) {
            step(binding, config, earlier, metrics, problems).ifPresent(steps::add);
        }
        List<Problem> found = problems.sorted();
        return problems.hasErrors()
                ? Guarded.closed(config.api().id(), steps, found)
                : Guarded.open(new Chain(config.api(), contracts, steps, metrics, failures), steps, found);
    }

    private Optional<Step> step(
            PolicyBinding binding, ApiConfig config, List<Step> earlier, ApiMetrics metrics, Problems problems) {
        Optional<? extends PolicyDraft<?>> draft = catalog.read(binding, config.api(), problems);
        if (draft.isEmpty()) {
            return Optional.empty();
        }
        Record configuration = draft.get().configuration();
        for (Step step : earlier) {
            if (step.binding() == binding.id()
                    && step.id().equals(binding.policy())
                    && step.configuration().equals(configuration)) {
                return Optional.of(step);
            }
        }
        Problems own = new Problems();
        try {
            Policy policy = draft.get().create(config.api(), clock, own);
            return own.hasErrors()
                    ? Optional.empty()
                    : Optional.of(new Step(
                            binding.id(), binding.policy(), configuration, policy, metrics.refusals(binding.policy())));
        } catch (RuntimeException e) {
            own.add(new Problem(
                    "POLICY-FAILED",
                    Severity.ERROR,
                    Blame.BUG,
                    SourceSpan.file("policy " + binding.policy() + " of API " + config.api().id()),
                    "the policy could not be made: " + e,
                    ""));
            return Optional.empty();
        } finally {
            problems.addAll(own.sorted());
        }
    }
}
