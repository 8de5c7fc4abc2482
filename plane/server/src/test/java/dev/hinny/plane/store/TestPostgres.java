package dev.hinny.plane.store;

import java.nio.file.Path;

/** One PostgreSQL for all tests of the module, stopped with the test JVM. */
public final class TestPostgres {
    private static final LocalPostgres SERVER = LocalPostgres.start(Path.of("target/postgres"));
    private static final Database DATABASE;

    static {
        Runtime.getRuntime().addShutdownHook(new Thread(SERVER::close));
        DATABASE = new Database(SERVER.dataSource());
    }

    private TestPostgres() {}

    public static LocalPostgres server() {
        return SERVER;
    }

    public static Database database() {
        return DATABASE;
    }
}
