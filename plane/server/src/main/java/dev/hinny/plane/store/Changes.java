package dev.hinny.plane.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArraySet;
import java.util.stream.Collectors;
import org.postgresql.PGConnection;
import org.postgresql.PGNotification;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Versions of what snapshots are made of, and the signal that one changed. A scope is an environment, an application, a
 * replica or {@code edge}; a snapshot's version is the sum over its scopes, so it grows with each change of any of them.
 */
public final class Changes implements AutoCloseable {
    /** The scope of the shared load balancer's routes. */
    public static final String EDGE = "edge";

    private static final Logger LOG = LoggerFactory.getLogger(Changes.class);
    private static final String CHANNEL = "hinny_changes";

    private final Database database;
    private final Set<Runnable> listeners = new CopyOnWriteArraySet<>();
    private final Thread thread;
    private volatile boolean open = true;

    public Changes(Database database) {
        this.database = database;
        thread = Thread.ofVirtual().name("changes").start(this::listen);
    }

    /** In the transaction of a change: the scope's version grows, and all controllers hear of it at commit. */
    public static void touch(Sql sql, String scope) {
        sql.run(
                "insert into snapshot_versions(scope, version) values (?, 1)"
                        + " on conflict (scope) do update set version = snapshot_versions.version + 1",
                scope);
        signal(sql, scope);
    }

    /** In a transaction: all controllers hear at commit that there is work, without a new version. */
    public static void signal(Sql sql, String scope) {
        sql.run("select pg_notify('" + CHANNEL + "', ?)", scope);
    }

    /** The version of what the scopes make up. */
    public static long version(Sql sql, String... scopes) {
        return sql.number(
                "select coalesce(sum(version), 0) from snapshot_versions where scope = any(?)", List.of(scopes));
    }

    /** The listener must be quick; it is also called when the connection was lost, since a signal may have been too. */
    public void listen(Runnable listener) {
        listeners.add(listener);
    }

    public void forget(Runnable listener) {
        listeners.remove(listener);
    }

    @Override
    public void close() {
        open = false;
        thread.interrupt();
    }

    private void listen() {
        while (open) {
            try (Connection connection = database.listener()) {
                try (var statement = connection.createStatement()) {
                    statement.execute("listen " + CHANNEL);
                }
                fire("");
                PGConnection notifications = connection.unwrap(PGConnection.class);
                while (open) {
                    PGNotification[] heard = notifications.getNotifications(1000);
                    if (heard != null && heard.length > 0) {
                        fire(List.of(heard).stream()
                                .map(PGNotification::getParameter)
                                .collect(Collectors.joining(",")));
                    }
                }
            } catch (SQLException e) {
                if (open) {
                    LOG.debug("change listener lost its connection: {}", e.getMessage());
                    pause();
                }
            }
        }
    }

    private void fire(String what) {
        LOG.trace("changed: {}", what);
        listeners.forEach(Runnable::run);
    }

    private static void pause() {
        try {
            Signal.pause(Duration.ofMillis(200));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
