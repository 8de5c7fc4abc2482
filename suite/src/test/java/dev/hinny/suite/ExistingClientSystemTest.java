package dev.hinny.suite;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hinny.cli.platform.AccessFile;
import dev.hinny.plane.store.LocalPostgres;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The published command line client, as it comes, against a platform that was just founded. */
@Tag("system")
@Tag("needs-anypoint-cli")
@Timeout(180)
class ExistingClientSystemTest {
    private static final Path CLIENT =
            Repository.ROOT.resolve("target/system/anypoint-cli/node_modules/.bin/anypoint-cli-v4");

    @TempDir
    private Path home;

    private Path data;
    private Hinny hinny;

    @BeforeEach
    void up() throws Exception {
        hinny = new Hinny(home);
        data = home.resolve("data");
        hinny.up(data);
    }

    @AfterEach
    void down() throws Exception {
        assertThat(hinny.run(90, "down", "--data", data.toString()).status()).isZero();
        LocalPostgres.delete(data.resolve("postgres"));
    }

    @Test
    void listsOfAFreshPlatformAreAnsweredAndEmptyOnesAreNoMistake() throws Exception {
        assertThat(client("account:environment:list", "-o", "json"))
                .contains("\"Design\"")
                .contains("\"Sandbox\"")
                .contains("\"Production\"");
        assertThat(client("api-mgr:api:list", "-o", "json").strip()).isEqualTo("[]");
        assertThat(client("exchange:asset:list")).contains("AssetID");
        assertThat(client("runtime-mgr:cloudhub-application:list", "-o", "json").strip())
                .isEqualTo("[]");
    }

    private String client(String... arguments) throws Exception {
        AccessFile access = AccessFile.read(data);
        List<String> command = new ArrayList<>(List.of(CLIENT.toString()));
        command.addAll(List.of(arguments));
        Path output = Files.createTempFile(home, "client-", ".txt");
        ProcessBuilder builder = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectInput(new File("/dev/null"))
                .redirectOutput(output.toFile());
        builder.environment()
                .putAll(Map.of(
                        "ANYPOINT_HOST",
                        access.url().replace("https://", ""),
                        "NODE_EXTRA_CA_CERTS",
                        access.ca(),
                        "ANYPOINT_USERNAME",
                        access.username(),
                        "ANYPOINT_PASSWORD",
                        access.password(),
                        "ANYPOINT_ORG",
                        access.organization(),
                        "ANYPOINT_ENV",
                        access.environment(),
                        "XDG_CONFIG_HOME",
                        home.resolve("config").toString()));
        Process process = builder.start();
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).as(Files.readString(output)).isZero();
        return Files.readString(output);
    }
}
