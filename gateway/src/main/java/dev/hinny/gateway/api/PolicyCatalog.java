package dev.hinny.gateway.api;

import dev.hinny.base.Problem;
import dev.hinny.base.Problems;
import dev.hinny.base.SourceSpan;
import dev.hinny.base.SourceText;
import dev.hinny.base.Suggestion;
import dev.hinny.gateway.api.config.Configuration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceLoader;

/** The kinds of policy that are there, by id. Immutable and thread-safe. */
public final class PolicyCatalog {
    private final Map<String, PolicyProvider<?>> byId;

    private PolicyCatalog(Map<String, PolicyProvider<?>> byId) {
        this.byId = byId;
    }

    /** @throws IllegalArgumentException when two providers have the same id */
    public static PolicyCatalog of(Collection<? extends PolicyProvider<?>> providers) {
        Map<String, PolicyProvider<?>> byId = new LinkedHashMap<>();
        for (PolicyProvider<?> provider : providers) {
            PolicyProvider<?> other = byId.put(provider.id(), provider);
            if (other != null) {
                throw new IllegalArgumentException("the policy '" + provider.id() + "' is provided by "
                        + other.getClass().getName() + " and by "
                        + provider.getClass().getName());
            }
        }
        return new PolicyCatalog(byId);
    }

    /** All providers that the class loader knows as services. */
    public static PolicyCatalog installed(ClassLoader loader) {
        List<PolicyProvider<?>> found = new ArrayList<>();
        for (PolicyProvider<?> provider : ServiceLoader.load(PolicyProvider.class, loader)) {
            found.add(provider);
        }
        return of(found);
    }

    public Optional<PolicyProvider<?>> find(String id) {
        return Optional.ofNullable(byId.get(id));
    }

    public List<PolicyProvider<?>> all() {
        return List.copyOf(byId.values());
    }

    /** Reads a binding's configuration. Empty after an error: an unknown policy or a bad configuration. */
    public Optional<? extends PolicyDraft<?>> read(ApiConfig.PolicyBinding binding, ApiContext api, Problems problems) {
        SourceText source = new SourceText("policy " + binding.policy() + " of API " + api.id(), binding.configuration());
        PolicyProvider<?> provider = byId.get(binding.policy());
        if (provider == null) {
            problems.error(
                    "UNKNOWN-POLICY",
                    SourceSpan.file(source.name()),
                    "found the policy '" + binding.policy() + "', expected one of '" + String.join("', '", byId.keySet())
                            + "'",
                    Suggestion.didYouMean(
                            binding.policy(), byId.keySet(), "remove it from the API, or install the extension that has it"));
            return Optional.empty();
        }
        if (!major(binding.version()).equals(major(provider.version()))) {
            problems.warning(
                    "POLICY-VERSION",
                    SourceSpan.file(source.name()),
                    "found version '" + binding.version() + "' of the policy, expected one like '" + provider.version()
                            + "'",
                    "see whether the configuration means the same in the version that is here");
        }
        return read(provider, source, problems);
    }

    private static <C extends Record> Optional<PolicyDraft<C>> read(
            PolicyProvider<C> provider, SourceText source, Problems problems) {
        Configuration<C> configuration = Configuration.read(provider.configuration(), source, problems);
        return configuration.value().map(value -> new PolicyDraft<>(provider, value, configuration));
    }

    private static String major(String version) {
        int dot = version.indexOf('.');
        return dot < 0 ? version : version.substring(0, dot);
    }

    /** All that a gateway would say about the binding: what the control plane asks before it stores one. */
    public List<Problem> check(ApiConfig.PolicyBinding binding, ApiContext api) {
        Problems problems = new Problems();
        read(binding, api, problems).ifPresent(draft -> draft.create(api, Clock.SYSTEM, problems));
        return problems.sorted();
    }
}
