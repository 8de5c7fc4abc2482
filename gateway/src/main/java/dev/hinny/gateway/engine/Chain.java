package dev.hinny.gateway.engine;

import dev.hinny.base.Blame;
import dev.hinny.base.Problem;
import dev.hinny.base.Severity;
import dev.hinny.gateway.api.ApiContext;
import dev.hinny.gateway.api.Around;
import dev.hinny.gateway.api.Check;
import dev.hinny.gateway.api.Contracts;
import dev.hinny.gateway.api.Decision;
import dev.hinny.gateway.api.Exchange;
import dev.hinny.gateway.api.ResponseCheck;
import dev.hinny.gateway.api.ResponseView;
import dev.hinny.http.Answer;
import dev.hinny.http.BlockingHandler;
import dev.hinny.http.ExchangeEnd;
import dev.hinny.http.Forward;
import dev.hinny.http.Handle;
import dev.hinny.http.Outcome;
import dev.hinny.http.Request;
import dev.hinny.http.RequestHandler;
import dev.hinny.http.Response;
import dev.hinny.http.ResponseHead;
import dev.hinny.http.ResponseHook;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The policies of one API in their order. Checks run where they are called; the first around moves the rest of the chain to a
 * virtual thread. Immutable but for the state of the policies.
 */
final class Chain {
    private final ApiContext api;
    private final Contracts contracts;
    private final Step[] steps;
    private final boolean seesResponses;
    private final ApiMetrics metrics;
    private final FailureListener failures;

    Chain(ApiContext api, Contracts contracts, List<Step> steps, ApiMetrics metrics, FailureListener failures) {
        this.api = api;
        this.contracts = contracts;
        this.steps = steps.toArray(Step[]::new);
        this.seesResponses = steps.stream().anyMatch(s -> s.policy() instanceof ResponseCheck);
        this.metrics = metrics;
        this.failures = failures;
    }

    Outcome onRequest(Request request, RequestHandler next) {
        metrics.began();
        request.onEnd(metrics);
        Exchange exchange = new Exchange(request, api, contracts);
        for (int i = 0; i < steps.length; i++) {
            switch (steps[i].policy()) {
                case Check check -> {
                    Response refusal = refusal(steps[i], check, exchange);
                    if (refusal != null) {
                        return new Answer(outward(exchange, refusal, 0, i));
                    }
                }
                case Around around -> {
                    int at = i;
                    return new Handle(r -> outward(exchange, inward(at, exchange, next), 0, at));
                }
            }
        }
        Request forwarded = exchange.forwarded();
        Outcome outcome = next.onRequest(forwarded);
        return seesResponses || exchange.hasChanges() ? watched(exchange, forwarded, outcome) : outcome;
    }

    /** The rest of the chain from a step on, on a virtual thread. */
    private Response inward(int from, Exchange exchange, RequestHandler next) throws Exception {
        for (int i = from; i < steps.length; i++) {
            switch (steps[i].policy()) {
                case Check check -> {
                    Response refusal = refusal(steps[i], check, exchange);
                    if (refusal != null) {
                        return outward(exchange, refusal, from, i);
                    }
                }
                case Around around -> {
                    return outward(exchange, around(i, around, exchange, next), from, i);
                }
            }
        }
        return outward(exchange, handled(exchange, next), from, steps.length);
    }

    private Response handled(Exchange exchange, RequestHandler next) throws Exception {
        Request forwarded = exchange.forwarded();
        return switch (next.onRequest(forwarded)) {
            case Answer(Response response) -> response;
            case Handle(BlockingHandler handler) -> handler.handle(forwarded);
            case Forward f ->
                throw new UnsupportedOperationException(api
                        + " is a proxy, whose requests stay on the event loop, but has a policy that must leave it");
        };
    }

    /** The check's refusal, or null where the request may go on. */
    private @Nullable Response refusal(Step step, Check check, Exchange exchange) {
        try {
            if (check.onRequest(exchange) instanceof Decision.Refuse(Response response)) {
                step.refusals().increment();
                return response;
            }
            return null;
        } catch (RuntimeException e) {
            return failed(step, exchange, "failed: " + e, e);
        }
    }

    private Response around(int index, Around around, Exchange exchange, RequestHandler next) throws Exception {
        Step step = steps[index];
        Inner inner = new Inner(index + 1, next);
        Response response;
        try {
            response = around.handle(exchange, inner::proceed);
        } catch (Exception e) {
            if (e == inner.failure) {
                throw e;
            }
            return failed(step, exchange, "failed: " + e, e);
        }
        // a policy from elsewhere is not checked for null by our compiler
        if (response == null) {
            return failed(step, exchange, "neither answered nor called next", new IllegalStateException("no response"));
        }
        if (!inner.called) {
            step.refusals().increment();
        }
        return response;
    }

    /** What an around calls, and whether it did. */
    private final class Inner {
        private final int from;
        private final RequestHandler next;
        private boolean called;
        private @Nullable Exception failure;

        Inner(int from, RequestHandler next) {
            this.from = from;
            this.next = next;
        }

        Response proceed(Exchange exchange) throws Exception {
            called = true;
            try {
                return inward(from, exchange, next);
            } catch (Exception e) {
                failure = e;
                throw e;
            }
        }
    }

    private Response failed(Step step, Exchange exchange, String what, Exception cause) {
        Problem problem = new Problem(
                "POLICY-FAILED", Severity.ERROR, Blame.BUG, null, step.name() + " of " + api + " " + what, "");
        failures.onFailure(exchange.request(), problem, cause);
        return Response.problem(500, "Internal Server Error", "the policy '" + step.id() + "' failed");
    }

    // the way back

    private Outcome watched(Exchange exchange, Request forwarded, Outcome outcome) {
        return switch (outcome) {
            case Answer(Response response) -> new Answer(outward(exchange, response, 0, steps.length));
            case Handle(BlockingHandler handler) ->
                new Handle(r -> outward(exchange, handler.handle(forwarded), 0, steps.length));
            case Forward f -> watched(exchange, f);
        };
    }

    private Forward watched(Exchange exchange, Forward forward) {
        Forward result = forward;
        if (exchange.hasChanges()) {
            result = result.withRewrite(head -> {
                exchange.applyChanges(head.headers());
                forward.rewrite().apply(head);
            });
        }
        return seesResponses ? result.withHook(new Hook(exchange, forward.hook())) : result;
    }

    private final class Hook implements ResponseHook {
        private final Exchange exchange;
        private final ResponseHook inner;

        Hook(Exchange exchange, ResponseHook inner) {
            this.exchange = exchange;
            this.inner = inner;
        }

        @Override
        public void onHead(ResponseHead head) {
            inner.onHead(head);
            show(exchange, new ForwardView(head), 0, steps.length);
        }

        @Override
        public void onEnd(ExchangeEnd end) {
            inner.onEnd(end);
        }
    }

    private Response outward(Exchange exchange, Response response, int from, int to) {
        if (!seesResponses) {
            return response;
        }
        AnswerView view = new AnswerView(response);
        show(exchange, view, from, to);
        return view.result();
    }

    /** Shows a response to the checks of some steps, the innermost first. A failing one is reported and passed over. */
    private void show(Exchange exchange, ResponseView view, int from, int to) {
        for (int i = to - 1; i >= from; i--) {
            if (steps[i].policy() instanceof ResponseCheck check) {
                try {
                    check.onResponse(exchange, view);
                } catch (RuntimeException e) {
                    failed(steps[i], exchange, "failed on the response: " + e, e);
                }
            }
        }
    }
}
