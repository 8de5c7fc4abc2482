package dev.hinny.plane.server.logs;

import dev.hinny.plane.contract.agent.LogLine;
import dev.hinny.plane.store.Sql;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;

/** Keeps what replicas log, within a budget of bytes per application and an age. */
public final class LogLines {
    private static final long BUDGET = 20L << 20;
    private static final int DAYS = 30;
    private static final int MAX_TEXT = 100_000;

    private LogLines() {}

    /** Stores what a replica sends; a line that is there already is dropped. */
    public static void store(Sql sql, String replica, List<LogLine> lines) {
        for (LogLine line : lines) {
            String event = text(line.event());
            String throwable = line.throwable() == null ? null : text(line.throwable());
            sql.run(
                    "insert into log_lines(replica_id, sequence, application_id, deployment_id, organization_id,"
                        + " environment_id, at, level, logger, thread, correlation_id, event, throwable, bytes) select"
                        + " id, ?, application_id, deployment_id, organization_id, environment_id, ?,?,?,?,?,?,?,?"
                        + " from replicas where id = ? and application_id is not null on conflict do nothing",
                    line.sequence(),
                    time(line.time()),
                    text(line.level()),
                    text(line.logger()),
                    text(line.thread()),
                    line.correlationId() == null ? null : text(line.correlationId()),
                    event,
                    throwable,
                    event.length() + (throwable == null ? 0 : throwable.length()) + 100,
                    replica);
        }
    }

    /** Deletes what is too old or over an application's budget. */
    public static void prune(Sql sql) {
        sql.run("delete from log_lines where at < now() - interval '" + DAYS + " days'");
        sql.run("delete from log_lines l using (select id from (select id, sum(bytes) over (partition by application_id"
                + " order by id desc) as kept from log_lines) s where kept > " + BUDGET + ") o where l.id = o.id");
    }

    private static Instant time(String text) {
        try {
            return Instant.parse(text);
        } catch (DateTimeException e) {
            return Instant.now();
        }
    }

    /** PostgreSQL's text has no NUL, and a single line must not eat the budget. */
    private static String text(String text) {
        String clean = text.indexOf(0) < 0 ? text : text.replace("\0", "");
        return clean.length() > MAX_TEXT ? clean.substring(0, MAX_TEXT) : clean;
    }
}
