package dev.hinny.plane.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class LocalPostgresTest {
    private final LocalPostgres server = TestPostgres.server();
    private final Database database = TestPostgres.database();

    @Test
    void isDurableAndAsksForAPassword() throws Exception {
        assertThat(setting("fsync")).isEqualTo("on");
        assertThat(setting("synchronous_commit")).isEqualTo("on");
        Path hba = LocalPostgres.location(Path.of("target/postgres")).resolve("data/pg_hba.conf");
        assertThat(Files.readAllLines(hba))
                .filteredOn(line -> !line.startsWith("#") && !line.isBlank())
                .allMatch(line -> line.endsWith("scram-sha-256"));
        Path password = LocalPostgres.location(Path.of("target/postgres")).resolve("password");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(password)))
                .isEqualTo("rw-------");
    }

    @Test
    void aKilledServerIsStartedAgainAndKeepsEveryAcknowledgedRow() throws Exception {
        database.run(sql -> sql.run("create table if not exists kept(n int primary key)"));
        database.run(sql -> sql.run("delete from kept"));
        long before = server.pid();
        AtomicInteger acknowledged = new AtomicInteger();
        Thread writer = Thread.ofVirtual().start(() -> {
            long end = System.nanoTime() + Duration.ofSeconds(40).toNanos();
            int goal = Integer.MAX_VALUE;
            for (int n = 1; n < goal && System.nanoTime() < end; n++) {
                int row = n;
                try {
                    database.run(sql -> sql.run("insert into kept(n) values (?)", row));
                    acknowledged.set(n);
                    if (goal == Integer.MAX_VALUE && server.pid() != before) {
                        goal = n + 20;
                    }
                } catch (StoreUnavailable e) {
                    n--;
                } catch (ConstraintViolated e) {
                    acknowledged.set(n);
                }
            }
        });
        while (acknowledged.get() < 50) {
            Thread.onSpinWait();
        }
        ProcessHandle.of(before).orElseThrow().destroyForcibly();
        writer.join();
        assertThat(server.pid()).isNotEqualTo(before);
        assertThat(database.<Long>read(sql -> sql.number("select count(*) from kept where n <= ?", acknowledged.get())))
                .isEqualTo(acknowledged.get());
    }

    @Test
    void aRunningServerIsAdopted() throws Exception {
        try (LocalPostgres again = LocalPostgres.start(Path.of("target/adopted"))) {
            long pid = again.pid();
            again.release();
            LocalPostgres next = LocalPostgres.start(Path.of("target/adopted"));
            assertThat(next.pid()).isEqualTo(pid);
            next.release();
        }
    }

    @Test
    void auditRowsCannotBeChanged() {
        database.run(sql -> sql.run(
                "insert into audit(organization_id, user_id, user_name, connected_app, product, action, object_type,"
                        + " object_id, object_name, payload) values ('o','u','n',false,'p','a','t','i','n','{}')"));
        assertThatThrownBy(() -> database.run(sql -> sql.run("delete from audit")))
                .hasMessageContaining("never changed");
        assertThatThrownBy(() -> database.run(sql -> sql.run("update audit set action = 'x'")))
                .hasMessageContaining("never changed");
    }

    @Test
    void aSecretDecryptsOnlyInItsOwnContext() throws Exception {
        Path file = Path.of("target/master-" + System.nanoTime() + ".key");
        byte[] sealed = Secrets.open(file).encrypt("s3cret", "row 1");
        assertThat(Secrets.open(file).decrypt(sealed, "row 1")).isEqualTo("s3cret");
        assertThatThrownBy(() -> Secrets.open(file).decrypt(sealed, "row 2")).hasMessageContaining("master key");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
    }

    private String setting(String name) {
        return database.read(sql -> sql.one("select current_setting(?) as v", row -> row.text("v"), name)
                .orElseThrow());
    }
}
