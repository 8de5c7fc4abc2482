package dev.hinny.plane.agent;

import dev.hinny.base.Blame;
import dev.hinny.base.Problem;
import dev.hinny.base.ProblemException;
import dev.hinny.base.Severity;
import dev.hinny.plane.contract.Json;
import dev.hinny.plane.contract.PrivateFile;
import dev.hinny.plane.contract.agent.AgentPaths;
import dev.hinny.plane.contract.agent.SnapshotHash;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import tools.jackson.core.JacksonException;

/** Hands over the last good snapshot, then every newer one, until one ends the replica. */
final class SnapshotLoop<S> implements Runnable {
    private static final System.Logger LOG = System.getLogger("dev.hinny.plane.agent");
    private static final String SNAPSHOT = "snapshot";
    private static final String LAST_GOOD = "last-good";
    private static final String DISK = "disk";

    /** What became of a snapshot. */
    private enum Outcome {
        APPLIED,
        REFUSED,
        AGAIN
    }

    private final SnapshotKind<S> kind;
    private final SnapshotHandler<S> handler;
    private final Controllers controllers;
    private final Artifacts artifacts;
    private final Standing standing;
    private final Path lastGood;
    private final AgentOptions options;
    private final Runnable changed;
    private final Runnable ended;
    private final CountDownLatch end;
    private String seen = "";
    private boolean diskAgain;

    SnapshotLoop(
            SnapshotKind<S> kind,
            SnapshotHandler<S> handler,
            Controllers controllers,
            Artifacts artifacts,
            Standing standing,
            Path directory,
            AgentOptions options,
            Runnable changed,
            Runnable ended,
            CountDownLatch end) {
        this.kind = kind;
        this.handler = handler;
        this.controllers = controllers;
        this.artifacts = artifacts;
        this.standing = standing;
        this.lastGood = directory.resolve("snapshot.json");
        this.options = options;
        this.changed = changed;
        this.ended = ended;
        this.end = end;
    }

    @Override
    public void run() {
        try {
            startFromDisk();
            Backoff backoff = new Backoff(options, end);
            boolean connected = true;
            while (true) {
                try {
                    HttpResponse<byte[]> answer = ask();
                    if (!connected) {
                        LOG.log(Level.INFO, "A controller answers again");
                        connected = true;
                    }
                    if (answer.statusCode() == 200) {
                        if (orderToEnd(answer.body())) {
                            ended.run();
                            return;
                        }
                        if (take(answer.body()) == Outcome.AGAIN) {
                            backoff.pause();
                            continue;
                        }
                    } else {
                        // a controller that does not hold the question must not make this a busy loop
                        backoff.breathe();
                    }
                    backoff.reset();
                } catch (ControllersAway away) {
                    if (connected) {
                        LOG.log(Level.WARNING, "Serving without a controller: {0}", away.getMessage());
                        connected = false;
                    }
                    backoff.pause();
                    if (diskAgain) {
                        startFromDisk();
                    }
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private HttpResponse<byte[]> ask() throws ControllersAway, InterruptedException {
        long wait = options.longPoll().toSeconds();
        Duration limit = options.longPoll().plus(options.answer());
        return controllers.get(AgentPaths.SNAPSHOT + "?have=" + seen + "&wait=" + wait, limit);
    }

    private void startFromDisk() {
        if (!Files.exists(lastGood)) {
            return;
        }
        try {
            byte[] json = Files.readAllBytes(lastGood);
            if (!SnapshotHash.matches(json)) {
                report(
                        LAST_GOOD,
                        "SNAPSHOT-CORRUPT",
                        "the last good snapshot in '" + lastGood + "' is damaged and ignored");
                return;
            }
            diskAgain = apply(LAST_GOOD, json) == Outcome.AGAIN;
            changed.run();
        } catch (IOException e) {
            report(LAST_GOOD, "SNAPSHOT-CORRUPT", "the last good snapshot in '" + lastGood + "' cannot be read: " + e);
        }
    }

    private boolean orderToEnd(byte[] json) {
        try {
            return SnapshotHash.matches(json) && kind.ends().test(Json.read(json, kind.type()));
        } catch (JacksonException e) {
            return false;
        }
    }

    private Outcome take(byte[] json) {
        if (!SnapshotHash.matches(json)) {
            report(SNAPSHOT, "SNAPSHOT-HASH", "a controller sent a snapshot that does not have the hash it states");
            return Outcome.AGAIN;
        }
        String before = seen;
        Outcome outcome = apply(SNAPSHOT, json);
        if (seen.equals(before)) {
            return Outcome.AGAIN;
        }
        if (outcome == Outcome.APPLIED) {
            diskAgain = false;
            standing.problems(LAST_GOOD, List.of());
            try {
                PrivateFile.write(lastGood, json);
                standing.problems(DISK, List.of());
            } catch (IOException e) {
                report(DISK, "SNAPSHOT-NOT-KEPT", "the snapshot cannot be written to '" + lastGood + "': " + e);
            }
        }
        changed.run();
        return outcome;
    }

    private Outcome apply(String subject, byte[] json) {
        String hash = "";
        try {
            S snapshot = Json.read(json, kind.type());
            hash = kind.hash().apply(snapshot);
            boolean inForce = !hash.isEmpty() && hash.equals(standing.hash());
            if (!inForce && !kind.ends().test(snapshot)) {
                handler.apply(snapshot, artifacts);
            }
            seen = hash;
            standing.inForce(hash);
            standing.problems(subject, List.of());
            return Outcome.APPLIED;
        } catch (ProblemException e) {
            standing.problems(subject, e.problems().stream().map(Problem::line).toList());
            LOG.log(Level.WARNING, "Snapshot {0} is not applied: {1}", hash, e.getMessage());
            if (e.problems().stream().allMatch(p -> p.blame() == Blame.UPSTREAM || p.blame() == Blame.CAPACITY)) {
                return Outcome.AGAIN;
            }
        } catch (RuntimeException e) {
            LOG.log(Level.ERROR, "Snapshot " + hash + " is not applied", e);
            standing.problems(
                    subject,
                    List.of(problem("SNAPSHOT-FAILED", "the snapshot cannot be applied: " + e)
                            .line()));
        }
        // A controller that sends it again would be answered the same: wait for another one.
        seen = subject.equals(SNAPSHOT) ? hash : "";
        return Outcome.REFUSED;
    }

    private void report(String subject, String code, String message) {
        Problem problem = problem(code, message);
        LOG.log(Level.WARNING, problem.line());
        standing.problems(subject, List.of(problem.line()));
        changed.run();
    }

    private static Problem problem(String code, String message) {
        return new Problem(code, Severity.ERROR, Blame.BUG, null, message, "");
    }
}
