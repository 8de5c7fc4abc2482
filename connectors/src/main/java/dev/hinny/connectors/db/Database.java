package dev.hinny.connectors.db;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import dev.hinny.base.Blame;
import dev.hinny.base.Problem;
import dev.hinny.base.ProblemException;
import dev.hinny.base.Severity;
import dev.hinny.base.SourceSpan;
import dev.hinny.connectors.db.DbParameters.DataSourceConnection;
import dev.hinny.connectors.db.DbParameters.PoolingProfile;
import dev.hinny.connectors.db.DbParameters.Reconnect;
import dev.hinny.connectors.db.DbParameters.ReconnectForever;
import dev.hinny.connectors.db.DbParameters.Reconnection;
import dev.hinny.connectors.db.DbParameters.TransactionIsolation;
import dev.hinny.runtime.api.FlowError;
import dev.hinny.runtime.api.element.Build;
import dev.hinny.runtime.api.element.Lifecycle;
import java.sql.Connection;
import java.sql.Driver;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * A database of an application. The pool is made when the first connection is asked for, so that an application starts while
 * its database is down, unless its reconnection says that this fails the start. Safe for several threads.
 */
final class Database implements Lifecycle {
    private static final int DEFAULT_SIZE = 10;
    private static final long DEFAULT_WAIT_MILLIS = 30_000;

    private final String name;
    private final SourceSpan place;
    private final DbParameters.DbConnection parameters;
    private final @Nullable Address address;
    private final @Nullable DataSource source;
    private final ReentrantLock lock = new ReentrantLock();
    private volatile @Nullable HikariDataSource pool;

    private Database(
            String name,
            SourceSpan place,
            DbParameters.DbConnection parameters,
            @Nullable Address address,
            @Nullable DataSource source) {
        this.name = name;
        this.place = place;
        this.parameters = parameters;
        this.address = address;
        this.source = source;
    }

    static Database of(DbParameters parameters, Build build) {
        String name = build.component().attribute("name").orElse("");
        SourceSpan place = build.component().place();
        Optional<Address> address = Address.of(parameters.connection());
        DataSource source = null;
        if (address.isPresent()) {
            source = source(address.get(), build);
        } else if (parameters.connection() instanceof DataSourceConnection given) {
            source = build.configuration(given.dataSourceRef(), DataSource.class).orElse(null);
        }
        return new Database(name, place, parameters.connection(), address.orElse(null), source);
    }

    private static @Nullable DataSource source(Address address, Build build) {
        ClassLoader loader = build.application().classLoader();
        for (String driver : address.drivers()) {
            Optional<Driver> found = load(driver, loader).or(() -> load(driver, Database.class.getClassLoader()));
            if (found.isPresent()) {
                return new DriverSource(found.get(), address.url(), address.properties());
            }
        }
        try {
            if (address.drivers().isEmpty()) {
                return new DriverSource(DriverManager.getDriver(address.url()), address.url(), address.properties());
            }
        } catch (SQLException e) {
            // reported below: no driver knows the address
        }
        String wanted = address.drivers().isEmpty() ? "for '" + address.url() + "'" : "'" + address.drivers().getFirst() + "'";
        build.problems()
                .add(new Problem(
                        "MISSING-DRIVER",
                        build.missing(),
                        Blame.USER,
                        build.component().place(),
                        "the JDBC driver " + wanted + " is not there",
                        "add the driver to the application's dependencies"));
        return null;
    }

    private static Optional<Driver> load(String name, ClassLoader loader) {
        try {
            return Optional.of((Driver) Class.forName(name, true, loader).getDeclaredConstructor().newInstance());
        } catch (ReflectiveOperationException | LinkageError | ClassCastException e) {
            return Optional.empty();
        }
    }

    boolean isPostgres() {
        return address != null && address.isPostgres();
    }

    @Override
    public void start() {
        Reconnection reconnection = parameters.reconnection();
        if (reconnection == null || !reconnection.failsDeployment()) {
            return;
        }
        try {
            connect().close();
        } catch (FlowError | SQLException e) {
            stop();
            throw new ProblemException(
                    new Problem(
                            "DATABASE-NOT-REACHABLE",
                            Severity.ERROR,
                            Blame.UPSTREAM,
                            place,
                            "the database of '" + name + "' cannot be reached: " + e.getMessage(),
                            "start the database, or take failsDeployment away"),
                    e);
        }
    }

    @Override
    public void stop() {
        HikariDataSource open = pool;
        if (open != null) {
            open.close();
            pool = null;
        }
    }

    /** A connection of the pool, tried again as the reconnection says. */
    Connection connect() throws FlowError {
        Reconnection reconnection = parameters.reconnection();
        int tries =
                switch (reconnection == null ? null : reconnection.retry()) {
                    case null -> 0;
                    case Reconnect r -> r.count();
                    case ReconnectForever _ -> Integer.MAX_VALUE;
                };
        long frequency =
                switch (reconnection == null ? null : reconnection.retry()) {
                    case null -> 0;
                    case Reconnect r -> r.frequency();
                    case ReconnectForever r -> r.frequency();
                };
        for (int i = 0; ; i++) {
            try {
                return once();
            } catch (SQLException e) {
                if (i >= tries) {
                    throw refused(e);
                }
                pause(frequency, e);
            }
        }
    }

    private static void pause(long millis, SQLException cause) throws FlowError {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw refused(cause);
        }
    }

    private static FlowError refused(SQLException e) {
        String reason = String.valueOf(e.getMessage());
        return new FlowError(DbErrors.CONNECTIVITY, "Could not obtain connection from data source: " + reason, e);
    }

    private Connection once() throws SQLException, FlowError {
        DataSource from = source;
        if (from == null) {
            throw new FlowError(
                    DbErrors.CANNOT_LOAD_DRIVER, "the JDBC driver of '" + name + "' is not there");
        }
        HikariDataSource open = pool;
        if (open == null || open.getHikariPoolMXBean() == null || open.getHikariPoolMXBean().getTotalConnections() == 0) {
            // asked directly first: a pool without connections waits for its whole timeout and hides the reason
            from.getConnection().close();
        }
        if (open == null) {
            open = open(from);
        }
        return open.getConnection();
    }

    private HikariDataSource open(DataSource from) {
        lock.lock();
        try {
            HikariDataSource known = pool;
            if (known == null) {
                known = new HikariDataSource(config(from));
                pool = known;
            }
            return known;
        } finally {
            lock.unlock();
        }
    }

    private HikariConfig config(DataSource from) {
        HikariConfig config = new HikariConfig();
        config.setPoolName(name.isEmpty() ? "db" : name);
        config.setDataSource(from);
        config.setInitializationFailTimeout(-1);
        PoolingProfile profile = parameters.poolingProfile();
        if (profile == null) {
            config.setMaximumPoolSize(DEFAULT_SIZE);
            config.setMinimumIdle(0);
            config.setConnectionTimeout(DEFAULT_WAIT_MILLIS);
        } else {
            config.setMaximumPoolSize(Math.max(1, profile.maxPoolSize()));
            config.setMinimumIdle(Math.max(0, Math.min(profile.minPoolSize(), profile.maxPoolSize())));
            long wait = profile.maxWaitUnit().toMillis(profile.maxWait());
            config.setConnectionTimeout(wait <= 0 ? DEFAULT_WAIT_MILLIS : Math.max(250, wait));
            if (profile.maxIdleTime() != null && profile.maxIdleTime() > 0) {
                config.setIdleTimeout(Math.max(10, profile.maxIdleTime()) * 1000L);
            }
        }
        TransactionIsolation isolation = address == null ? TransactionIsolation.NOT_CONFIGURED : address.isolation();
        if (isolation != TransactionIsolation.NOT_CONFIGURED) {
            config.setTransactionIsolation("TRANSACTION_" + isolation.name());
        }
        return config;
    }
}
