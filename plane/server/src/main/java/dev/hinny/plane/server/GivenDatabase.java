package dev.hinny.plane.server;

import dev.hinny.base.Blame;
import dev.hinny.base.Problem;
import dev.hinny.base.ProblemException;
import dev.hinny.base.Severity;
import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.postgresql.ds.PGSimpleDataSource;

/** A PostgreSQL that somebody else runs, by its URL. */
final class GivenDatabase {
    private static final int CONNECT_SECONDS = 10;

    private GivenDatabase() {}

    /** @throws ProblemException {@code DATABASE-URL} or {@code DATABASE-AWAY}; neither shows the URL's parameters */
    static DataSource of(String url) {
        PGSimpleDataSource given = new PGSimpleDataSource();
        try {
            given.setURL(url);
        } catch (IllegalArgumentException e) {
            throw new ProblemException(
                    Problem.error(
                            "DATABASE-URL",
                            null,
                            "'" + shown(url) + "' is no URL of a PostgreSQL",
                            "expected is jdbc:postgresql://HOST:PORT/DATABASE?user=USER&password=PASSWORD"),
                    e);
        }
        given.setConnectTimeout(CONNECT_SECONDS);
        given.setTcpKeepAlive(true);
        given.setApplicationName("hinny-controller");
        try (Connection connection = given.getConnection()) {
            connection.isValid(CONNECT_SECONDS);
        } catch (SQLException e) {
            throw new ProblemException(
                    new Problem(
                            "DATABASE-AWAY",
                            Severity.ERROR,
                            Blame.UPSTREAM,
                            null,
                            "the database '" + shown(url) + "' cannot be used: " + e.getMessage(),
                            "start it or correct --database; without that option a local PostgreSQL is run"),
                    e);
        }
        return given;
    }

    /** Without the parameters, which hold the password. */
    private static String shown(String url) {
        int parameters = url.indexOf('?');
        return parameters < 0 ? url : url.substring(0, parameters);
    }
}
