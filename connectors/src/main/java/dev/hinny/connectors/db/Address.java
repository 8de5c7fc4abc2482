package dev.hinny.connectors.db;

import dev.hinny.connectors.db.DbParameters.DataSourceConnection;
import dev.hinny.connectors.db.DbParameters.DbConnection;
import dev.hinny.connectors.db.DbParameters.DerbyConnection;
import dev.hinny.connectors.db.DbParameters.GenericConnection;
import dev.hinny.connectors.db.DbParameters.MssqlConnection;
import dev.hinny.connectors.db.DbParameters.MySqlConnection;
import dev.hinny.connectors.db.DbParameters.OracleConnection;
import dev.hinny.connectors.db.DbParameters.TransactionIsolation;
import dev.hinny.runtime.api.Expression;
import dev.hinny.runtime.api.element.KeyValues;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/**
 * Where a database is and which drivers may serve it.
 *
 * @param drivers class names in order of preference; empty: whichever knows the address
 */
record Address(String url, List<String> drivers, Properties properties, TransactionIsolation isolation) {
    /** Empty for a data source that somebody else made. */
    static Optional<Address> of(DbConnection connection) {
        return switch (connection) {
            case GenericConnection c ->
                Optional.of(new Address(
                        c.url(),
                        c.driverClassName() == null ? List.of() : List.of(c.driverClassName()),
                        properties(c.user(), c.password(), null),
                        c.transactionIsolation()));
            case MySqlConnection c ->
                Optional.of(new Address(
                        "jdbc:mysql://" + c.host() + ":" + c.port() + "/" + text(c.database()),
                        List.of("com.mysql.cj.jdbc.Driver", "com.mysql.jdbc.Driver", "org.mariadb.jdbc.Driver"),
                        properties(c.user(), c.password(), c.connectionProperties()),
                        c.transactionIsolation()));
            case MssqlConnection c ->
                Optional.of(new Address(
                        "jdbc:sqlserver://" + c.host() + (c.instanceName() == null ? "" : "\\" + c.instanceName()) + ":"
                                + c.port() + (c.databaseName() == null ? "" : ";databaseName=" + c.databaseName()),
                        List.of("com.microsoft.sqlserver.jdbc.SQLServerDriver"),
                        properties(c.user(), c.password(), c.connectionProperties()),
                        c.transactionIsolation()));
            case OracleConnection c ->
                Optional.of(new Address(
                        c.serviceName() != null
                                ? "jdbc:oracle:thin:@//" + c.host() + ":" + c.port() + "/" + c.serviceName()
                                : "jdbc:oracle:thin:@" + c.host() + ":" + c.port()
                                        + (c.instance() == null ? "" : ":" + c.instance()),
                        List.of("oracle.jdbc.OracleDriver", "oracle.jdbc.driver.OracleDriver"),
                        properties(c.user(), c.password(), c.connectionProperties()),
                        c.transactionIsolation()));
            case DerbyConnection c ->
                Optional.of(new Address(
                        "jdbc:derby:" + c.subsubProtocol() + ":" + text(c.database()) + (c.create() ? ";create=true" : ""),
                        List.of("org.apache.derby.iapi.jdbc.AutoloadedDriver", "org.apache.derby.jdbc.EmbeddedDriver"),
                        properties(c.user(), c.password(), c.connectionProperties()),
                        c.transactionIsolation()));
            case DataSourceConnection _ -> Optional.empty();
        };
    }

    private static String text(@Nullable String value) {
        return value == null ? "" : value;
    }

    private static Properties properties(
            @Nullable String user, @Nullable String password, @Nullable KeyValues more) {
        Properties properties = new Properties();
        if (user != null) {
            properties.setProperty("user", user);
        }
        if (password != null) {
            properties.setProperty("password", password);
        }
        if (more != null) {
            for (Map.Entry<String, Expression> entry : more.entries().entrySet()) {
                properties.setProperty(entry.getKey(), entry.getValue().source());
            }
        }
        return properties;
    }

    boolean isPostgres() {
        return url.startsWith("jdbc:postgresql:");
    }
}
