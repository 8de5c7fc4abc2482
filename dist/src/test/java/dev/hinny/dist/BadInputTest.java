package dev.hinny.dist;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

/** What an operator is told who gives something wrong: place, message and hint, a status, no stack trace, nothing left. */
class BadInputTest {
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();
    private final CommandLine main =
            Main.commandLine().setOut(new PrintWriter(out)).setErr(new PrintWriter(err));

    @TempDir
    private Path folder;

    @Test
    void brokenXmlIsShownWithItsPlace() throws Exception {
        Path file = flow("<flow name='a'>\n<logger message='x'\n</flow>");
        assertThat(check(file)).isEqualTo(ExitCodes.FAILED);
        assertThat(out.toString())
                .contains("app.xml:4:")
                .contains("error: BAD-XML:")
                .contains("'flow' is open since line 2");
    }

    @Test
    void unknownElementsAndAttributesComeWithASuggestion() throws Exception {
        Path file = flow("<flow name='a'>\n<loger message='x'/>\n<logger mesage='x'/></flow>");
        assertThat(check(file)).isEqualTo(ExitCodes.FAILED);
        assertThat(out.toString())
                .contains("app.xml:3:1: error: UNKNOWN-ELEMENT: 'loger'")
                .contains("did you mean 'logger'?")
                .contains("error: UNKNOWN-ATTRIBUTE: 'logger' has no attribute 'mesage' (did you mean 'message'?)");
    }

    @Test
    void aMissingPropertyIsAWarningForCheckAndAnErrorForRun() throws Exception {
        Path file = flow("<flow name='a'>\n<logger message='${greeting}'/></flow>");
        assertThat(check(file)).isEqualTo(ExitCodes.OK);
        assertThat(out.toString()).contains("warning: UNRESOLVED-PROPERTY: the property 'greeting'");
        assertThat(main.execute("run", file.toString())).isEqualTo(ExitCodes.FAILED);
        assertThat(err.toString())
                .contains("app.xml:3:")
                .contains("error: UNRESOLVED-PROPERTY")
                .contains("-Dgreeting=")
                .contains("app was not started");
        noTrace();
    }

    @Test
    void aBadExpressionIsShownWhereItIs() throws Exception {
        Path file = flow("<flow name='a'>\n<set-payload value='#[upperr(payload)]'/></flow>");
        assertThat(check(file)).isEqualTo(ExitCodes.FAILED);
        assertThat(out.toString()).contains("app.xml:3:").contains("'upperr' (did you mean 'upper'?)");
    }

    @Test
    void aSoundApplicationIsPassedInSilence() throws Exception {
        assertThat(check(flow("<flow name='a'>\n<logger message='x'/></flow>"))).isEqualTo(ExitCodes.OK);
        assertThat(out.toString() + err).isEmpty();
    }

    @Test
    void nothingIsStartedWhereOneOfSeveralIsBroken() throws Exception {
        Path sound = flow("<flow name='a'>\n<logger message='x'/></flow>");
        Path broken = Files.writeString(folder.resolve("broken.xml"), "<mule>");
        assertThat(main.execute("run", sound.toString(), broken.toString())).isEqualTo(ExitCodes.FAILED);
        assertThat(err.toString()).contains("broken was not started").doesNotContain("Ctrl-C");
        noTrace();
    }

    @Test
    void aPortInUseIsTheMachinesFault() throws Exception {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            Path file = flow("<http:listener-config xmlns:http='http://www.mulesoft.org/schema/mule/http' name='l'>"
                    + "<http:listener-connection host='127.0.0.1' port='" + taken.getLocalPort()
                    + "'/></http:listener-config>\n"
                    + "<flow name='a'><http:listener xmlns:http='http://www.mulesoft.org/schema/mule/http'"
                    + " config-ref='l' path='/'/><logger message='x'/></flow>");
            assertThat(main.execute("run", file.toString())).isEqualTo(ExitCodes.ENVIRONMENT);
            assertThat(err.toString())
                    .contains("app.xml:2:1: error: PORT-IN-USE")
                    .contains("'l'")
                    .contains(Integer.toString(taken.getLocalPort()));
            noTrace();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"--port", "--edge-port"})
    void aPlatformWhosePortIsInUseNamesTheOptionAndLeavesNoDirectory(String option) throws Exception {
        Path data = folder.resolve("data");
        String other = option.equals("--port") ? "--edge-port" : "--port";
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            String port = Integer.toString(taken.getLocalPort());
            assertThat(main.execute("up", "--data", data.toString(), option, port, other, "0"))
                    .isEqualTo(ExitCodes.ENVIRONMENT);
            assertThat(err.toString()).contains("PORT-IN-USE: port " + port).contains("with " + option + " (0");
        }
        assertThat(data).doesNotExist();
        noTrace();
    }

    @ParameterizedTest
    @ValueSource(strings = {"-1", "65536", "many"})
    void aPortThatIsNoneIsWrongUsage(String port) {
        assertThat(main.execute("up", "--data", folder.resolve("data").toString(), "--port", port))
                .isEqualTo(ExitCodes.USAGE);
        assertThat(err.toString()).contains("Invalid value for option '--port'").contains(port);
        assertThat(folder.resolve("data")).doesNotExist();
    }

    @Test
    void aDatabaseThatIsDownIsNamedWithoutItsPassword() throws Exception {
        Path data = folder.resolve("data");
        int closed;
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            closed = socket.getLocalPort();
        }
        String url = "jdbc:postgresql://127.0.0.1:" + closed + "/x";
        assertThat(up(data, url + "?user=u&password=hidden")).isEqualTo(ExitCodes.ENVIRONMENT);
        assertThat(err.toString())
                .contains("DATABASE-AWAY: the database '" + url + "'")
                .doesNotContain("hidden");
        assertThat(up(data, "mysql://nowhere")).isEqualTo(ExitCodes.USAGE);
        assertThat(err.toString()).contains("DATABASE-URL: 'mysql://nowhere'").contains("jdbc:postgresql://HOST");
        assertThat(data).doesNotExist();
        noTrace();
    }

    private int up(Path data, String database) {
        return main.execute("up", "--data", data.toString(), "--port", "0", "--edge-port", "0", "--database", database);
    }

    @Test
    void aDataDirectoryThatIsAFileIsRefused() throws Exception {
        Path file = Files.writeString(folder.resolve("file"), "content");
        assertThat(main.execute("up", "--data", file.toString(), "--port", "0", "--edge-port", "0"))
                .isEqualTo(ExitCodes.USAGE);
        assertThat(err.toString())
                .contains("DATA-DIRECTORY")
                .contains("is no directory")
                .contains("--data");
        assertThat(file).hasContent("content");
        noTrace();
    }

    @ParameterizedTest
    @ValueSource(strings = {"check", "run"})
    void archivesThatAreNoneAreRefused(String command) throws Exception {
        Path corrupt = Files.writeString(folder.resolve("corrupt.jar"), "garbage");
        Path other = folder.resolve("other.jar");
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(other))) {
            zip.putNextEntry(new ZipEntry("a.txt"));
            zip.write("x".getBytes(StandardCharsets.UTF_8));
        }
        assertThat(main.execute(command, corrupt.toString())).isEqualTo(ExitCodes.USAGE);
        assertThat(main.execute(command, other.toString())).isEqualTo(ExitCodes.USAGE);
        assertThat(main.execute(command, folder.resolve("missing.jar").toString()))
                .isEqualTo(ExitCodes.USAGE);
        assertThat(err.toString())
                .contains("CORRUPT-ARCHIVE")
                .contains("NO-APPLICATION: '" + other + "' is an archive without")
                .contains("there is no file or folder '" + folder.resolve("missing.jar") + "'");
        noTrace();
    }

    @Test
    void nothingRunsWhereNothingWasStarted() {
        assertThat(main.execute("down", "--data", folder.resolve("none").toString()))
                .isEqualTo(ExitCodes.OK);
        assertThat(out.toString()).contains("Nothing ran on");
        assertThat(folder.resolve("none")).doesNotExist();
    }

    @Test
    void anUnknownOutputOfCheckIsWrongUsage() throws Exception {
        assertThat(main.execute("check", flow("").toString(), "-o", "xml")).isEqualTo(ExitCodes.USAGE);
        assertThat(err.toString()).contains("'xml'").contains("text or json");
    }

    private int check(Path file) {
        return main.execute("check", file.toString());
    }

    private Path flow(String content) throws Exception {
        return Files.writeString(
                folder.resolve("app.xml"),
                "<mule xmlns='http://www.mulesoft.org/schema/mule/core'>\n" + content + "\n</mule>\n");
    }

    private void noTrace() {
        assertThat(err.toString()).doesNotContain("\tat ").doesNotContain("Exception");
    }
}
