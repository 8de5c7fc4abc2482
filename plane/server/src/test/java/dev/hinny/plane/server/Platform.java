package dev.hinny.plane.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hinny.base.Problem;
import dev.hinny.plane.contract.Json;
import dev.hinny.plane.contract.apimanager.PolicyTemplate;
import dev.hinny.plane.server.apimanager.PolicyOffer;
import dev.hinny.plane.server.exchange.Catalogue;
import dev.hinny.plane.server.runtimemanager.Timing;
import dev.hinny.plane.store.TestPostgres;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** One controller for all tests of the module, on a database of its own in the shared PostgreSQL. */
final class Platform {
    static final PlayedFabric FABRIC = new PlayedFabric();
    static final Path DIRECTORY = Path.of("target/platform-" + System.nanoTime());
    static final Controller CONTROLLER = Controller.start(config(DIRECTORY, "platform", FABRIC));
    static final AccessInfo ACCESS = CONTROLLER.access();
    static final String ORGANIZATION = "/accounts/api/organizations/" + ACCESS.organizationId();

    static {
        Runtime.getRuntime().addShutdownHook(new Thread(CONTROLLER::close));
    }

    private Platform() {}

    static ControllerConfig config(Path directory, String database, PlayedFabric fabric) {
        String name = database + "_" + System.nanoTime();
        createDatabase(name);
        return ControllerConfig.of(directory, fabric)
                .withDatabaseUrl(url(name))
                .withTiming(new Timing(
                        Duration.ofSeconds(5), Duration.ofSeconds(20), Duration.ofSeconds(5), Duration.ofMillis(200)))
                .withPolicies(new PolicyOffer(
                        List.of(policy("client-id-enforcement"), policy("rate-limiting")),
                        (policy, version, configuration) -> configuration.contains("rateLimit\"")
                                ? List.of(Problem.error("UNKNOWN-KEY", null, "'rateLimit' is no key", "rateLimits?"))
                                : List.of()));
    }

    static String url(String database) {
        return "jdbc:postgresql://127.0.0.1:" + TestPostgres.server().port() + "/" + database + "?user=hinny&password="
                + TestPostgres.server().dataSource().getPassword();
    }

    private static void createDatabase(String name) {
        try (var connection = TestPostgres.server().dataSource().getConnection();
                var statement = connection.createStatement()) {
            statement.execute("create database " + name);
        } catch (java.sql.SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static PolicyTemplate policy(String name) {
        return new PolicyTemplate(
                name,
                Catalogue.POLICY_GROUP,
                name,
                "1.2.3",
                name,
                "",
                "Security",
                Json.mapper().createArrayNode());
    }

    static Rest anonymous() {
        return anonymous(ACCESS);
    }

    static Rest anonymous(AccessInfo access) {
        try {
            return new Rest(Rest.client(Tls.trusting(Files.readString(Path.of(access.ca())))), access.url());
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    static Rest admin() {
        return admin(ACCESS);
    }

    static Rest admin(AccessInfo access) {
        return anonymous(access).signedIn(access.username(), access.password());
    }

    /** An administrator in a fresh environment. */
    static Rest environment(String name) {
        String id = admin().post(ORGANIZATION + "/environments", Map.of("name", name, "type", "sandbox"))
                .is(201)
                .text("id");
        return admin().with("x-anypnt-env-id", id);
    }

    /** All entries of the audit log so far. */
    static long audited() {
        return admin().post("/audit/v2/organizations/" + ACCESS.organizationId() + "/query", Map.of())
                .is(200)
                .number("total");
    }

    static byte[] jar(String content) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(new ZipEntry("META-INF/mule-artifact/mule-artifact.json"));
            zip.write("{\"secureProperties\": [\"db.password\"]}".getBytes(StandardCharsets.UTF_8));
            zip.closeEntry();
            zip.putNextEntry(new ZipEntry("app.xml"));
            zip.write(content.getBytes(StandardCharsets.UTF_8));
            zip.closeEntry();
        } catch (java.io.IOException e) {
            throw new IllegalStateException(e);
        }
        return bytes.toByteArray();
    }

    static void await(String what, BooleanSupplier condition) {
        long end = System.nanoTime() + Duration.ofSeconds(20).toNanos();
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime()).as("waiting: " + what).isLessThan(end);
            java.util.concurrent.locks.LockSupport.parkNanos(20_000_000);
        }
    }
}
