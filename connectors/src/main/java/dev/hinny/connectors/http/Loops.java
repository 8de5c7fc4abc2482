package dev.hinny.connectors.http;

import dev.hinny.http.EventLoops;
import dev.hinny.runtime.api.Application;

/** The event loops of an application's servers and clients: the host's, or own ones while anybody uses them. */
final class Loops {
    private final boolean shared;
    private EventLoops loops;
    private int users;

    private Loops(EventLoops loops, boolean shared) {
        this.loops = loops;
        this.shared = shared;
    }

    static Loops acquire(Application application) {
        synchronized (application) {
            Loops known = application.service(Loops.class).orElse(null);
            if (known == null) {
                known = application
                        .service(EventLoops.class)
                        .map(host -> new Loops(host, true))
                        .orElseGet(() -> new Loops(EventLoops.create(), false));
                application.offer(Loops.class, known);
            } else {
                known.renew();
            }
            synchronized (known) {
                known.users++;
            }
            return known;
        }
    }

    private synchronized void renew() {
        if (users == 0 && !shared) {
            loops = EventLoops.create();
        }
    }

    synchronized EventLoops loops() {
        return loops;
    }

    synchronized void release() {
        if (--users == 0 && !shared) {
            loops.close();
        }
    }
}
