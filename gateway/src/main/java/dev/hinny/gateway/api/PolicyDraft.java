package dev.hinny.gateway.api;

import dev.hinny.base.Problems;
import dev.hinny.base.SourceSpan;
import dev.hinny.gateway.api.config.Configuration;

/** A binding whose configuration was read without an error, ready to become a policy. */
public final class PolicyDraft<C extends Record> {
    private final PolicyProvider<C> provider;
    private final C value;
    private final Configuration<C> configuration;

    PolicyDraft(PolicyProvider<C> provider, C value, Configuration<C> configuration) {
        this.provider = provider;
        this.value = value;
        this.configuration = configuration;
    }

    public PolicyProvider<C> provider() {
        return provider;
    }

    /** Compared to find out whether a running policy, with its state, can be kept. */
    public C configuration() {
        return value;
    }

    /** The policy, to be used only when no error was added. */
    public Policy create(ApiContext api, Clock clock, Problems problems) {
        return provider.create(value, new Context(api, clock, problems, configuration));
    }

    private record Context(ApiContext api, Clock clock, Problems problems, Configuration<?> configuration)
            implements PolicyContext {
        @Override
        public SourceSpan place(String key) {
            return configuration.place(key);
        }
    }
}
