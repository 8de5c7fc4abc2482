package dev.hinny.suite;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hinny.suite.FakeHouse.Run;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class LauncherTest {
    private static final int RAN = 7;
    private static final int ENVIRONMENT = 3;
    private static final int BUILD_FAILED = 4;

    @TempDir
    private Path top;

    private FakeHouse house;

    @BeforeEach
    void build() throws IOException {
        house = new FakeHouse(top.toRealPath());
    }

    @Test
    void withoutAnyJdkItSaysWhatIsNeededAndHowToGetIt() throws Exception {
        house.environment.put("PATH", "");
        Run run = house.run("up");
        assertThat(run.status()).isEqualTo(ENVIRONMENT);
        assertThat(run.err()).contains("no JDK 25 or newer found", "apt install", "HINNY_JAVA_HOME=");
        assertThat(run.out()).isEmpty();
        assertThat(house.root.resolve("target")).doesNotExist();
    }

    @Test
    void jdksThatAreTooOldAreListedWithTheirPlace() throws Exception {
        Path old = house.jdk("17.0.9");
        Path older = house.jdk(top.resolve("java 8"), "1.8.0_402");
        house.environment.put("JAVA_HOME", older.toString());
        house.environment.put("PATH", "/nowhere");
        Run run = house.run("up");
        assertThat(run.status()).isEqualTo(ENVIRONMENT);
        assertThat(run.err()).contains("Java 17.0.9 at " + old, "Java 1.8.0_402 at " + older + " (JAVA_HOME)");
    }

    @Test
    void chosenJdkIsUsedOrRefusedButNeverReplaced() throws Exception {
        house.jdk("25.0.1");
        Path old = house.jdk("24");
        house.environment.put("HINNY_JAVA_HOME", old.toString());
        Run refused = house.run();
        assertThat(refused.status()).isEqualTo(ENVIRONMENT);
        assertThat(refused.err()).contains("Java 24 at " + old + " (HINNY_JAVA_HOME)");
        house.environment.put("HINNY_JAVA_HOME", top + "/nothing");
        assertThat(house.run().err()).contains("no bin/java at " + top + "/nothing");
        house.environment.put("HINNY_JAVA_HOME", house.jdk("26").toString());
        assertThat(house.run().out()).startsWith("java 26 ");
    }

    @Test
    void javaWithoutCompilerIsNotEnough() throws Exception {
        Path home = house.jdk("25");
        Files.delete(home.resolve("bin/javac"));
        Run run = house.run();
        assertThat(run.status()).isEqualTo(ENVIRONMENT);
        assertThat(run.err()).contains("Java 25 at " + home, "without a compiler");
    }

    @Test
    void oldJavaHomeAndOldPathArePassedOverForAFitOneElsewhere() throws Exception {
        Path old = house.jdk(top.resolve("old"), "21.0.2");
        house.environment.put("JAVA_HOME", old.toString());
        house.environment.put("PATH", old + "/bin:/usr/bin:/bin");
        house.jdk("25.0.3");
        assertThat(house.run().out()).startsWith("java 25.0.3 ");
    }

    @Test
    void javaOnThePathIsFollowedThroughLinks() throws Exception {
        Path home = house.jdk(top.resolve("elsewhere/jdk"), "27-ea");
        Files.delete(home.resolve("release"));
        Files.createDirectories(top.resolve("alternatives"));
        Files.createDirectories(top.resolve("links"));
        Files.createSymbolicLink(top.resolve("alternatives/java"), home.resolve("bin/java"));
        Files.createSymbolicLink(top.resolve("links/java"), Path.of("../alternatives/java"));
        house.environment.put("PATH", top + "/links:/usr/bin:/bin");
        assertThat(house.run().out()).startsWith("java 27-ea ");
    }

    @Test
    void runsFromAnyFolderThroughLinksWithArgumentsUntouched() throws Exception {
        house.jdk("25");
        Path link = Files.createSymbolicLink(
                Files.createDirectories(top.resolve("bin")).resolve("hinny"), Path.of("../the house [1]/src/hinny"));
        Path second = Files.createSymbolicLink(top.resolve("h"), link);
        Run run = house.start(Path.of("/"), second, "dw", "a  b", "", "*", "'\"$x")
                .await();
        assertThat(run.status()).isEqualTo(RAN);
        String built = house.root + "/dist/target/hinny/";
        assertThat(run.out())
                .contains("<" + built + "hinny-dist.jar:" + built + "lib/b.jar:" + built + "lib/a.jar>")
                .contains("<-Dhinny.home=" + house.root + ">")
                .endsWith("<dev.hinny.dist.Main>\n<dw>\n<a  b>\n<>\n<*>\n<'\"$x>\n");
    }

    @Test
    void programTakesTheLaunchersPlaceSoThatSignalsReachIt() throws Exception {
        house.jdk("25");
        var running = house.start(house.root, house.root.resolve("hinny"), "up");
        assertThat(running.await().out()).contains(" pid=" + running.process().pid() + " ");
    }

    @Test
    void homeAndMavenOptionsReachTheProgramAndTheBuild() throws Exception {
        house.jdk("25");
        house.environment.put("MAVEN_OPTS", "-Dmaven.repo.local=/x");
        Run run = house.run();
        String home = house.environment.get("HOME");
        assertThat(run.out())
                .contains("HOME=" + home + " MAVEN_OPTS=-Dmaven.repo.local=/x", "<-Duser.home=" + home + ">");
        assertThat(house.builds()).singleElement().asString().endsWith("|" + home + "|-Dmaven.repo.local=/x");
    }

    @Test
    void shortCommandsStartFastAndLongOnesRunFast() throws Exception {
        house.jdk("25");
        assertThat(house.run("-v", "dw").out()).contains("<-XX:TieredStopAtLevel=1>", "<-XX:+UseSerialGC>");
        assertThat(house.run("demo", "--exit").out()).doesNotContain("TieredStopAtLevel", "SerialGC");
    }

    @Test
    void buildsOnFirstUseWithProgressAndIsSilentAfterwards() throws Exception {
        Path jdk = house.jdk("25");
        Run first = house.run();
        assertThat(first.status()).isEqualTo(RAN);
        assertThat(first.err()).contains("[1/2] Hinny base", "[2/2] Hinny dist", "built in ");
        assertThat(house.builds())
                .singleElement()
                .asString()
                .contains("-pl dist -am package")
                .contains("|" + jdk + "|");
        Run second = house.run();
        assertThat(second.err()).isEmpty();
        assertThat(house.builds()).hasSize(1);
        assertThat(house.root.resolve("target/hinny-build.lock")).doesNotExist();
    }

    @Test
    void changedAddedAndRemovedSourcesAreBuiltButTestsAndProseAreNot() throws Exception {
        house.jdk("25");
        house.run();
        house.touch("README.md");
        house.touch("base/src/test/java/ATest.java");
        house.run();
        assertThat(house.builds()).hasSize(1);
        Files.delete(house.root.resolve("base/src/main/java/A.java"));
        house.run();
        assertThat(house.builds()).hasSize(2);
        house.source("base/src/main/java/B.java");
        house.run();
        assertThat(house.builds()).hasSize(3);
        house.touch("base/src/main/java/B.java");
        house.environment.put("HINNY_BUILD", "off");
        house.run();
        assertThat(house.builds()).hasSize(3);
        house.environment.remove("HINNY_BUILD");
        house.run();
        assertThat(house.builds()).hasSize(4);
    }

    @Test
    void failedBuildShowsItsErrorsAndIsTriedAgain() throws Exception {
        house.jdk("25");
        house.flag("break");
        Run failed = house.run("up");
        assertThat(failed.status()).isEqualTo(BUILD_FAILED);
        assertThat(failed.err()).contains("Main.java:[3,4] cannot find symbol", "target/hinny-build.log");
        assertThat(failed.out()).isEmpty();
        house.unflag("break");
        house.flag("crash");
        assertThat(house.run("up").err()).contains("Unable to start the JVM");
        house.unflag("crash");
        assertThat(house.run("up").status()).isEqualTo(RAN);
    }

    @Test
    void withoutMavenItSaysSo() throws Exception {
        house.jdk("25");
        house.environment.put("HINNY_MVN", "/nowhere/mvn");
        Run run = house.run();
        assertThat(run.status()).isEqualTo(ENVIRONMENT);
        assertThat(run.err()).contains("Maven 3.8 or newer; none found at '/nowhere/mvn'", "apt install maven");
    }

    @Test
    void secondUseDuringTheFirstWaitsForItsBuild() throws Exception {
        house.jdk("25");
        house.flag("hold");
        var first = house.start(house.root, house.root.resolve("hinny"));
        first.awaitMessage("building with");
        var second = house.start(house.root, house.root.resolve("hinny"));
        second.awaitMessage("waiting for it");
        house.unflag("hold");
        assertThat(first.await().status()).isEqualTo(RAN);
        assertThat(second.await().status()).isEqualTo(RAN);
        assertThat(house.builds()).hasSize(1);
    }

    @Test
    void lockOfABuildThatDiedIsTakenOver() throws Exception {
        house.jdk("25");
        Process gone = new ProcessBuilder("/bin/sh", "-c", "exit 0").start();
        gone.waitFor();
        Path lock = Files.createDirectories(house.root.resolve("target/hinny-build.lock"));
        Files.writeString(lock.resolve("pid"), gone.pid() + "\n");
        Run run = house.run();
        assertThat(run.status()).isEqualTo(RAN);
        assertThat(run.err()).doesNotContain("waiting");
    }

    @Test
    void realProgramAnswers() throws Exception {
        Path built = Repository.ROOT.resolve("dist/target/hinny");
        assertThat(built.resolve("classpath"))
                .as("packaged program; run mvn -B verify")
                .exists();
        Path out = Files.createDirectories(house.root.resolve("dist/target/hinny"));
        Files.createSymbolicLink(out.resolve("lib"), built.resolve("lib"));
        Files.copy(built.resolve("classpath"), out.resolve("classpath"));
        Files.copy(built.resolve("hinny-dist.jar"), out.resolve("hinny-dist.jar"));
        Files.createFile(out.resolve("stamp"));
        house.environment.put("HINNY_JAVA_HOME", System.getProperty("java.home"));
        Run run = house.run("--version");
        assertThat(run.err()).isEmpty();
        assertThat(run.out()).startsWith("hinny ").contains("java " + Runtime.version());
        assertThat(run.status()).isZero();
    }
}
