package dev.hinny.gateway.engine;

import dev.hinny.base.Problem;
import dev.hinny.base.SourceSpan;
import dev.hinny.gateway.api.ApiConfig;
import dev.hinny.gateway.api.Clock;
import dev.hinny.gateway.api.PolicyCatalog;
import dev.hinny.http.Outcome;
import dev.hinny.http.RequestHandler;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/**
 * Guards request handlers with the policies of API instances. Requests run against one snapshot from their beginning to their
 * end; a new one takes effect for the next request, without a pause. Thread-safe.
 */
public final class Gateway {
    private static final Outcome NOT_YET =
            Guarded.unavailable("the policies of this API have not arrived yet; try again shortly");

    private final Compiler compiler;
    private final UnknownApi unknown;
    private final Map<Long, ApiMetrics> metrics = new ConcurrentHashMap<>();
    private final List<Binding> bindings = new CopyOnWriteArrayList<>();
    private volatile @Nullable Map<Long, Guarded> snapshot;

    private record Binding(long api, String flow) {}

    public Gateway(PolicyCatalog catalog, UnknownApi unknown, FailureListener failures) {
        this(catalog, unknown, failures, Clock.SYSTEM);
    }

    public Gateway(PolicyCatalog catalog, UnknownApi unknown, FailureListener failures, Clock clock) {
        this.compiler = new Compiler(catalog, clock, failures);
        this.unknown = unknown;
    }

    /**
     * Puts the instances in force, in place of all earlier ones. A policy whose binding and configuration are unchanged is
     * kept with its state. An instance with a policy that cannot be applied refuses its requests with 503; the others are not
     * touched by that.
     *
     * @return what is wrong, by instance; instances without a problem are left out
     */
    public synchronized Map<Long, List<Problem>> apply(List<ApiConfig> apis) {
        Map<Long, Guarded> earlier = snapshot == null ? Map.of() : snapshot;
        Map<Long, Guarded> next = new HashMap<>();
        Map<Long, List<Problem>> problems = new HashMap<>();
        for (ApiConfig config : apis) {
            long id = config.api().id();
            Guarded before = earlier.get(id);
            List<Step> steps = before == null ? List.of() : before.steps();
            Guarded guarded = compiler.compile(config, steps, metrics.computeIfAbsent(id, i -> new ApiMetrics()));
            next.put(id, guarded);
            if (!guarded.problems().isEmpty()) {
                problems.put(id, guarded.problems());
            }
        }
        snapshot = next;
        return problems;
    }

    /**
     * Puts the policies of an instance, whichever are in force when a request comes, in front of a handler. May be called
     * before the instance is known.
     */
    public RequestHandler guard(long apiId, RequestHandler next) {
        Long key = apiId;
        Outcome notThere = Guarded.unavailable("API " + apiId + " is not an instance of this environment");
        return request -> {
            Map<Long, Guarded> now = snapshot;
            Guarded guarded = now == null ? null : now.get(key);
            if (guarded != null) {
                return guarded.onRequest(request, next);
            }
            return switch (unknown) {
                case PASS -> next.onRequest(request);
                case REFUSE -> now == null ? NOT_YET : notThere;
            };
        };
    }

    /** Notes for {@link #bound} that a flow's requests are guarded by an instance. */
    public void bind(long apiId, String flow) {
        bindings.add(new Binding(apiId, flow));
    }

    /** Forgets a binding. */
    public void unbind(long apiId, String flow) {
        bindings.remove(new Binding(apiId, flow));
    }

    /** The instances that flows are bound to, and how they are doing under the snapshot in force. */
    public List<BoundApi> bound() {
        Map<Long, Guarded> now = snapshot;
        List<BoundApi> bound = new ArrayList<>();
        for (Binding binding : bindings) {
            bound.add(new BoundApi(binding.api(), binding.flow(), problems(now, binding)));
        }
        return bound;
    }

    private static List<Problem> problems(@Nullable Map<Long, Guarded> now, Binding binding) {
        if (now == null) {
            return List.of();
        }
        Guarded guarded = now.get(binding.api());
        return guarded != null
                ? guarded.problems()
                : List.of(Problem.error(
                        "UNKNOWN-API",
                        SourceSpan.file("flow " + binding.flow()),
                        "found API " + binding.api() + ", which is not an instance of this environment",
                        "set the id that the platform shows for the instance"));
    }

    /** The counters of an instance that has been in force at some time. */
    public Optional<ApiFigures> figures(long apiId) {
        return Optional.ofNullable(metrics.get(apiId)).map(ApiMetrics::figures);
    }
}
