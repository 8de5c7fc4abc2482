package dev.hinny.connectors.db;

import dev.hinny.runtime.api.element.Element;
import dev.hinny.runtime.api.element.KeyValues;
import dev.hinny.runtime.api.element.Param;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A database and how it is reached. */
public record DbParameters(@Param("The kind of connection.") DbConnection connection) {
    /** A kind of connection. */
    public sealed interface DbConnection
            permits GenericConnection,
                    MySqlConnection,
                    MssqlConnection,
                    OracleConnection,
                    DerbyConnection,
                    DataSourceConnection {
        @Nullable PoolingProfile poolingProfile();

        @Nullable Reconnection reconnection();
    }

    /** Isolation of transactions. */
    public enum TransactionIsolation {
        NONE,
        READ_COMMITTED,
        READ_UNCOMMITTED,
        REPEATABLE_READ,
        SERIALIZABLE,
        NOT_CONFIGURED
    }

    /** Any database with a JDBC driver. */
    public record GenericConnection(
            @Param("JDBC address.") String url,
            @Param("Class of the driver; found by the address when absent.") @Nullable String driverClassName,
            @Param("User.") @Nullable String user,
            @Param(value = "Password.", secret = true) @Nullable String password,
            @Param("Whether XA transactions are used; they are not.") boolean useXaTransactions,
            @Param(value = "Isolation of transactions.", defaultValue = "NOT_CONFIGURED")
            TransactionIsolation transactionIsolation,
            @Param("How many parsed queries are kept.") @Nullable Integer cacheQueryTemplateSize,
            @Param("Types that the driver does not know.") @Nullable ColumnTypes columnTypes,
            @Param("Pool of connections.") @Nullable PoolingProfile poolingProfile,
            @Param("What is done when the database cannot be reached.") @Nullable Reconnection reconnection)
            implements DbConnection {}

    /** MySQL and MariaDB. */
    @Element("my-sql-connection")
    public record MySqlConnection(
            @Param("Name or address of the server.") String host,
            @Param(value = "Port.", defaultValue = "3306") int port,
            @Param("User.") @Nullable String user,
            @Param(value = "Password.", secret = true) @Nullable String password,
            @Param("Database.") @Nullable String database,
            @Param("Properties of the driver.") @Nullable KeyValues connectionProperties,
            @Param("Whether XA transactions are used; they are not.") boolean useXaTransactions,
            @Param(value = "Isolation of transactions.", defaultValue = "NOT_CONFIGURED")
            TransactionIsolation transactionIsolation,
            @Param("How many parsed queries are kept.") @Nullable Integer cacheQueryTemplateSize,
            @Param("Types that the driver does not know.") @Nullable ColumnTypes columnTypes,
            @Param("Pool of connections.") @Nullable PoolingProfile poolingProfile,
            @Param("What is done when the database cannot be reached.") @Nullable Reconnection reconnection)
            implements DbConnection {}

    /** Microsoft SQL Server. */
    @Element("mssql-connection")
    public record MssqlConnection(
            @Param("Name or address of the server.") String host,
            @Param("Name of the instance.") @Nullable String instanceName,
            @Param(value = "Port.", defaultValue = "1433") int port,
            @Param("User.") @Nullable String user,
            @Param(value = "Password.", secret = true) @Nullable String password,
            @Param("Database.") @Nullable String databaseName,
            @Param("Properties of the driver.") @Nullable KeyValues connectionProperties,
            @Param("Whether XA transactions are used; they are not.") boolean useXaTransactions,
            @Param(value = "Isolation of transactions.", defaultValue = "NOT_CONFIGURED")
            TransactionIsolation transactionIsolation,
            @Param("How many parsed queries are kept.") @Nullable Integer cacheQueryTemplateSize,
            @Param("Types that the driver does not know.") @Nullable ColumnTypes columnTypes,
            @Param("Pool of connections.") @Nullable PoolingProfile poolingProfile,
            @Param("What is done when the database cannot be reached.") @Nullable Reconnection reconnection)
            implements DbConnection {}

    /** Oracle. */
    public record OracleConnection(
            @Param("Name or address of the server.") String host,
            @Param(value = "Port.", defaultValue = "1521") int port,
            @Param("Name of the instance (SID).") @Nullable String instance,
            @Param("Name of the service.") @Nullable String serviceName,
            @Param("User.") @Nullable String user,
            @Param(value = "Password.", secret = true) @Nullable String password,
            @Param("Properties of the driver.") @Nullable KeyValues connectionProperties,
            @Param("Whether XA transactions are used; they are not.") boolean useXaTransactions,
            @Param(value = "Isolation of transactions.", defaultValue = "NOT_CONFIGURED")
            TransactionIsolation transactionIsolation,
            @Param("How many parsed queries are kept.") @Nullable Integer cacheQueryTemplateSize,
            @Param("TNS settings.") @Nullable String tnsAdmin,
            @Param("Types that the driver does not know.") @Nullable ColumnTypes columnTypes,
            @Param("Pool of connections.") @Nullable PoolingProfile poolingProfile,
            @Param("What is done when the database cannot be reached.") @Nullable Reconnection reconnection)
            implements DbConnection {}

    /** Apache Derby inside the process. */
    public record DerbyConnection(
            @Param("Database.") @Nullable String database,
            @Param(value = "Where the database is: directory, memory, classpath or jar.", defaultValue = "directory")
            String subsubProtocol,
            @Param("Makes the database when it is not there.") boolean create,
            @Param("Properties of the driver.") @Nullable KeyValues connectionProperties,
            @Param("User.") @Nullable String user,
            @Param(value = "Password.", secret = true) @Nullable String password,
            @Param("Whether XA transactions are used; they are not.") boolean useXaTransactions,
            @Param(value = "Isolation of transactions.", defaultValue = "NOT_CONFIGURED")
            TransactionIsolation transactionIsolation,
            @Param("How many parsed queries are kept.") @Nullable Integer cacheQueryTemplateSize,
            @Param("Types that the driver does not know.") @Nullable ColumnTypes columnTypes,
            @Param("Pool of connections.") @Nullable PoolingProfile poolingProfile,
            @Param("What is done when the database cannot be reached.") @Nullable Reconnection reconnection)
            implements DbConnection {}

    /** A data source that somebody else made. */
    public record DataSourceConnection(
            @Param(value = "Name of the data source.", reference = true) String dataSourceRef,
            @Param("Whether XA transactions are used; they are not.") boolean useXaTransactions,
            @Param(value = "Isolation of transactions.", defaultValue = "NOT_CONFIGURED")
            TransactionIsolation transactionIsolation,
            @Param("How many parsed queries are kept.") @Nullable Integer cacheQueryTemplateSize,
            @Param("Types that the driver does not know.") @Nullable ColumnTypes columnTypes,
            @Param("Pool of connections.") @Nullable PoolingProfile poolingProfile,
            @Param("What is done when the database cannot be reached.") @Nullable Reconnection reconnection)
            implements DbConnection {}

    /** Pool of connections. */
    public record PoolingProfile(
            @Param(value = "Most connections.", defaultValue = "5") int maxPoolSize,
            @Param(value = "Connections that are kept open.", defaultValue = "0") int minPoolSize,
            @Param(value = "How many connections are opened at once.", defaultValue = "1") int acquireIncrement,
            @Param(value = "Prepared statements that a connection keeps.", defaultValue = "5")
            int preparedStatementCacheSize,
            @Param(value = "Time to wait for a connection; 0: as long as it takes.", defaultValue = "0") int maxWait,
            @Param(value = "Unit of maxWait.", defaultValue = "SECONDS") java.util.concurrent.TimeUnit maxWaitUnit,
            @Param("Seconds until an unused connection is closed.") @Nullable Integer maxIdleTime,
            @Param("Statements that are kept over all connections.") @Nullable Integer maxStatements,
            @Param("Checks connections before they are used; they always are.") @Nullable
            Boolean testConnectionOnCheckout,
            @Param("Further settings of the pool.") @Nullable KeyValues additionalProperties) {}

    /** Types that the driver does not know. */
    public record ColumnTypes(@Param("Types.") List<ColumnType> types) {}

    /** A type that the driver does not know. */
    public record ColumnType(
            @Param("Number of the type.") int id,
            @Param("Name of the type.") String typeName,
            @Param("Class of its values.") @Nullable String className) {}

    /** What is done when the database cannot be reached. */
    @Element(value = "reconnection", prefix = "mule")
    public record Reconnection(
            @Param("Fails the start of the application.") boolean failsDeployment,
            @Param("How often it is tried again.") @Nullable Retry retry) {}

    /** How often it is tried again. */
    public sealed interface Retry permits Reconnect, ReconnectForever {}

    /** A number of times. */
    public record Reconnect(
            @Param(value = "Milliseconds between attempts.", defaultValue = "2000") long frequency,
            @Param(value = "How often.", defaultValue = "2") int count,
            @Param("Whether the flow waits meanwhile.") @Nullable Boolean blocking)
            implements Retry {}

    /** Until it works. */
    public record ReconnectForever(
            @Param(value = "Milliseconds between attempts.", defaultValue = "2000") long frequency,
            @Param("Whether the flow waits meanwhile.") @Nullable Boolean blocking)
            implements Retry {}
}
