package dev.hinny.plane.store;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import dev.hinny.base.Problem;
import dev.hinny.base.ProblemException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.function.Consumer;
import java.util.function.Function;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;

/** The pool of connections and the transactions on it. A transaction that throws leaves nothing behind. */
public final class Database implements AutoCloseable {
    private final HikariDataSource pool;
    private final DataSource direct;

    /** Brings the schema of the data source up to date. */
    public Database(DataSource direct) {
        this.direct = direct;
        migrate(direct);
        HikariConfig config = new HikariConfig();
        config.setDataSource(direct);
        config.setPoolName("hinny");
        config.setMaximumPoolSize(16);
        config.setMinimumIdle(2);
        config.setConnectionTimeout(5_000);
        config.setValidationTimeout(1_000);
        config.setSchema("hinny");
        config.setAutoCommit(false);
        config.setTransactionIsolation("TRANSACTION_READ_COMMITTED");
        config.setInitializationFailTimeout(30_000);
        pool = new HikariDataSource(config);
    }

    /** Runs the work in a transaction and commits it; when this returns, the work is durable. */
    public <T> T write(Function<Sql, T> work) {
        try (Connection connection = pool.getConnection()) {
            try {
                T result = work.apply(new Sql(connection));
                connection.commit();
                return result;
            } catch (RuntimeException | Error e) {
                rollback(connection, e);
                throw e;
            }
        } catch (SQLException e) {
            throw Failures.of(e);
        }
    }

    /** Like {@link #write} for work without a result. */
    public void run(Consumer<Sql> work) {
        write(sql -> {
            work.accept(sql);
            return true;
        });
    }

    /** Runs the work in a transaction that changes nothing. */
    public <T> T read(Function<Sql, T> work) {
        return write(work);
    }

    /** A connection outside the pool, for a listener that keeps it. */
    Connection listener() throws SQLException {
        return direct.getConnection();
    }

    @Override
    public void close() {
        pool.close();
    }

    /** Flyway's messages go on for many lines, the first of which says it. */
    private static String first(FlywayException e) {
        return String.valueOf(e.getMessage()).strip().lines().findFirst().orElse("");
    }

    private static void rollback(Connection connection, Throwable cause) {
        try {
            connection.rollback();
        } catch (SQLException e) {
            cause.addSuppressed(e);
        }
    }

    private static void migrate(DataSource direct) {
        try {
            Flyway.configure(Database.class.getClassLoader())
                    .dataSource(direct)
                    .locations("classpath:dev/hinny/plane/store/migrations")
                    .schemas("hinny")
                    .validateMigrationNaming(true)
                    .load()
                    .migrate();
        } catch (FlywayException e) {
            throw new ProblemException(
                    Problem.error(
                            "SCHEMA-FAILED",
                            null,
                            "the database schema cannot be brought up to date: " + first(e),
                            "the user needs to own the database, and the database must not be newer than this program"),
                    e);
        }
    }
}
