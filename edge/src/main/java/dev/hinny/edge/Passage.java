package dev.hinny.edge;

import dev.hinny.http.Destination;
import dev.hinny.http.ExchangeEnd;
import dev.hinny.http.ForwardHead;
import dev.hinny.http.Request;
import dev.hinny.http.ResponseHead;
import dev.hinny.http.ResponseHook;
import dev.hinny.http.Rewrite;
import dev.hinny.http.Upstream;
import java.util.BitSet;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One request on its way through the edge: which backend it is at, and what that says of the backend. Event loop only. */
final class Passage implements Upstream, Rewrite, ResponseHook {
    private final Router router;
    private final Request request;
    private final @Nullable AccessLog log;
    private Route route;
    private int start;
    private @Nullable Backend backend;
    private @Nullable BitSet tried;
    private int index;
    private long chosenAt;

    Passage(Router router, Request request, Route route, @Nullable AccessLog log) {
        this.router = router;
        this.request = request;
        this.route = route;
        this.log = log;
        this.start = route.nextTurn();
    }

    @Override
    public Optional<Destination> next(int attempt) {
        Backend last = backend;
        if (last != null) {
            last.failed(chosenAt);
            last.leave();
            backend = null;
            BitSet seen = tried == null ? new BitSet(route.size()) : tried;
            seen.set(index);
            tried = seen;
        }
        chosenAt = System.nanoTime();
        int chosen = route.choose(start, chosenAt, tried);
        if (chosen < 0) {
            Route present = router.find(request);
            if (present == null || !present.replaces(route)) {
                return Optional.empty();
            }
            // the table has changed meanwhile: those who took the place of the unreachable ones
            route = present;
            tried = null;
            start = present.nextTurn();
            chosen = present.choose(start, chosenAt, null);
            if (chosen < 0) {
                return Optional.empty();
            }
        }
        index = chosen;
        Backend next = route.backend(chosen);
        backend = next;
        next.enter();
        return next.destination();
    }

    @Override
    public void apply(ForwardHead head) {
        if (!route.unchanged()) {
            String path = route.rewrite(request.rawPath());
            head.target(request.rawQuery().isEmpty() ? path : path + "?" + request.rawQuery());
        }
    }

    @Override
    public void onHead(ResponseHead head) {
        Backend now = backend;
        if (now != null) {
            if (head.upstream().isPresent()) {
                now.answered();
            } else if (head.status() == 502) {
                now.failed(chosenAt);
            }
        }
    }

    @Override
    public void onEnd(ExchangeEnd end) {
        Backend now = backend;
        if (now != null) {
            now.leave();
            backend = null;
        }
        if (log != null) {
            log.write(
                    request,
                    end,
                    route.application(),
                    now == null ? "" : now.target().replica());
        }
    }
}
