package dev.hinny.connectors.db;

import dev.hinny.base.MediaType;
import dev.hinny.lang.engine.format.TypedValue;
import dev.hinny.lang.engine.value.ObjectValue;
import dev.hinny.lang.engine.value.Value;
import dev.hinny.runtime.api.Application;
import dev.hinny.runtime.api.FlowEntry;
import dev.hinny.runtime.api.FlowError;
import dev.hinny.runtime.api.Message;
import dev.hinny.runtime.api.Source;
import dev.hinny.runtime.api.element.Build;
import dev.hinny.runtime.api.element.Element;
import dev.hinny.runtime.api.element.Param;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Starts the flow for each row that was not there at the last look, told by a column that only grows. */
final class RowListener implements Source {
    private static final Logger LOG = LoggerFactory.getLogger(RowListener.class);
    private static final Pattern NAME = Pattern.compile("[\\p{L}_][\\p{L}\\p{N}_$.\"`\\[\\]]*");

    /** Which rows are looked for, and how often. */
    public record Parameters(
            @Param(value = "The database.", name = "config-ref", reference = true) String config,
            @Param("Table.") String table,
            @Param("Column that only grows; every row is given at each look when absent.") @Nullable
            String watermarkColumn,
            @Param("Column that tells rows apart.") @Nullable String idColumn,
            @Param(value = "Time that a look may take; 0: any.", defaultValue = "0") int queryTimeout,
            @Param(value = "Unit of queryTimeout.", defaultValue = "SECONDS") TimeUnit queryTimeoutUnit,
            @Param("Rows that are fetched at once.") @Nullable Integer fetchSize,
            @Param("Most rows of a look.") @Nullable Integer maxRows,
            @Param("Only the primary node of a cluster looks.") @Nullable Boolean primaryNodeOnly,
            @Param("How a row takes part in a transaction.") @Nullable String transactionalAction,
            @Param("Kind of transaction.") @Nullable String transactionType,
            @Param("How often it looks.") @Nullable SchedulingStrategy schedulingStrategy) {}

    /** How often it looks. */
    @Element(value = "scheduling-strategy", prefix = "mule")
    public record SchedulingStrategy(@Param("The times.") @Nullable Times times) {}

    /** Times of looks. */
    public sealed interface Times permits FixedFrequency, Cron {}

    /** The same time between looks. */
    public record FixedFrequency(
            @Param(value = "Time between looks.", defaultValue = "60000") long frequency,
            @Param(value = "Time before the first look.", defaultValue = "0") long startDelay,
            @Param(value = "Unit of the times.", defaultValue = "MILLISECONDS") TimeUnit timeUnit)
            implements Times {}

    /** Times by a cron expression. */
    public record Cron(
            @Param("Cron expression.") String expression, @Param("Time zone.") @Nullable String timeZone)
            implements Times {}

    private final Application application;
    private final Statements statements;
    private final Parameters parameters;
    private final ReentrantLock looking = new ReentrantLock();
    private @Nullable ScheduledFuture<?> task;
    private @Nullable Object watermark;

    private RowListener(Application application, Statements statements, Parameters parameters) {
        this.application = application;
        this.statements = statements;
        this.parameters = parameters;
    }

    static RowListener of(Parameters parameters, Build build) {
        SchedulingStrategy strategy = parameters.schedulingStrategy();
        if (strategy != null && strategy.times() instanceof Cron) {
            build.problems()
                    .error(
                            "NOT-SUPPORTED",
                            build.component().place(),
                            "'db:listener' does not support a cron expression",
                            "use a fixed frequency");
        }
        for (String name : new String[] {parameters.table(), parameters.watermarkColumn(), parameters.idColumn()}) {
            if (name != null && !NAME.matcher(name).matches()) {
                build.problems()
                        .error("BAD-NAME", build.component().place(), "'" + name + "' is no name of a table or column", "");
            }
        }
        return new RowListener(build.application(), Statements.of(parameters.config(), build), parameters);
    }

    @Override
    public void start(FlowEntry flow) {
        SchedulingStrategy strategy = parameters.schedulingStrategy();
        FixedFrequency times = strategy != null && strategy.times() instanceof FixedFrequency f
                ? f
                : new FixedFrequency(60_000, 0, TimeUnit.MILLISECONDS);
        task = application
                .scheduler()
                .scheduleWithFixedDelay(
                        () -> look(flow), times.startDelay(), Math.max(1, times.frequency()), times.timeUnit());
    }

    @Override
    public void stop(Duration drain) {
        if (task != null) {
            task.cancel(false);
        }
        try {
            if (looking.tryLock(drain.toMillis(), TimeUnit.MILLISECONDS)) {
                looking.unlock();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void look(FlowEntry flow) {
        looking.lock();
        try {
            for (Value row : statements.with(this::rows)) {
                run(flow, row);
            }
        } catch (FlowError | RuntimeException e) {
            LOG.atWarn().setCause(e).log("rows of '{}' cannot be read: {}", parameters.table(), e.getMessage());
        } finally {
            looking.unlock();
        }
    }

    private List<Value> rows(java.sql.Connection connection)
            throws java.sql.SQLException, Columns.TooManyRows {
        String column = parameters.watermarkColumn();
        boolean bounded = column != null && watermark != null;
        String sql = "SELECT * FROM " + parameters.table() + (bounded ? " WHERE " + column + " > ?" : "")
                + (column == null ? "" : " ORDER BY " + column);
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            Statements.limit(statement, parameters.queryTimeout(), parameters.queryTimeoutUnit());
            if (parameters.maxRows() != null && parameters.maxRows() > 0) {
                statement.setMaxRows(parameters.maxRows());
            }
            if (bounded) {
                statement.setObject(1, watermark);
            }
            try (ResultSet results = statement.executeQuery()) {
                List<Value> rows = new java.util.ArrayList<>();
                while (results.next()) {
                    rows.add(Columns.row(results, results.getMetaData()));
                    if (column != null) {
                        watermark = results.getObject(column);
                    }
                }
                return rows;
            }
        }
    }

    private static void run(FlowEntry flow, Value row) {
        Message message = new Message(
                TypedValue.of(row, MediaType.JAVA), TypedValue.of(ObjectValue.EMPTY, MediaType.JAVA));
        try {
            flow.run(flow.event(message, ""));
        } catch (FlowError e) {
            LOG.atDebug().setCause(e).log("flow '{}' failed for a row", flow.flowName());
        }
    }
}
