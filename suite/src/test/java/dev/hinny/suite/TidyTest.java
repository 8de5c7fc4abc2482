package dev.hinny.suite;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What must not be in the repository: traces of one machine, of one network, and of work put off. */
class TidyTest {
    /** A reason, the files it holds for, and what must not be there. Written so that this file passes itself. */
    private static final List<Ban> BANS = List.of(
            ban("a folder of one machine", ".*", "(?<![\\w.$}/~*-])/(wor[k]|hom[e]/\\w+|User[s]/\\w+|roo[t])/"),
            ban(
                    "a package registry of one network",
                    ".*",
                    "(?i)https?://[^/\\s\"']*(artifactor[y]|nexu[s]|\\bmirro[r]\\b)"),
            ban(
                    "a lock file bound to a registry",
                    ".*package-lock\\.json",
                    "\"resolved\": \"(?!https://registry\\.npmjs\\.org/)"),
            ban("work put off", ".*\\.(java|sh|xml|dwl|ts|tsx)", "(?<!\")\\b(TOD[O]|FIXM[E])\\b"),
            ban(
                    "a private key that is not made by a test",
                    ".*\\.java",
                    "-----BEGI[N] (RSA |EC )?PRIVATE KEY-----\\\\n[A-Z]"));

    @Test
    void noFileCarriesTracesOfAMachineOrOfWorkPutOff() {
        Set<String> found = new TreeSet<>();
        for (Path file : Repository.files()) {
            String name = Repository.ROOT.relativize(file).toString();
            text(file).ifPresent(text -> BANS.forEach(ban -> ban.in(name, text).ifPresent(found::add)));
        }
        assertThat(found).isEmpty();
    }

    @Test
    void everyDecisionHasANumberOfItsOwnAndALineInTheIndex() {
        Path folder = Repository.ROOT.resolve("docs/decisions");
        String index = Repository.read(folder.resolve("README.md"));
        List<String> notes = Repository.files(folder).stream()
                .map(file -> file.getFileName().toString())
                .filter(name -> !name.equals("README.md") && !name.equals("0000-template.md"))
                .toList();
        assertThat(notes.stream().map(name -> name.substring(0, 4)))
                .as("numbers of decisions")
                .doesNotHaveDuplicates();
        assertThat(notes)
                .as("decisions that docs/decisions/README.md lists")
                .allSatisfy(name -> assertThat(index).contains("(" + name + ")"));
    }

    @Test
    void bansCatchWhatTheyName() {
        Ban folder = BANS.getFirst();
        assertThat(folder.in("a", "cd /" + "work/main")).contains("a:1: a folder of one machine: '/" + "work/'");
        assertThat(folder.in("a", "x\n\"/" + "home/me/x\""))
                .hasValueSatisfying(v -> assertThat(v).startsWith("a:2:"));
        assertThat(folder.in("a", "GET https://h/" + "work/7 and ${x}/" + "work/"))
                .isEmpty();
        assertThat(BANS.get(3).in("A.java", "// TO" + "DO later")).isPresent();
        assertThat(BANS.get(3).in("a.md", "// TO" + "DO later")).isEmpty();
        assertThat(BANS.get(3).in("a.dwl", "status: \"TO" + "DO\"")).isEmpty();
    }

    private static Optional<String> text(Path file) {
        try {
            return Optional.of(StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(Files.readAllBytes(file)))
                    .toString());
        } catch (CharacterCodingException e) {
            return Optional.empty();
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static Ban ban(String reason, String files, String text) {
        return new Ban(reason, Pattern.compile(files), Pattern.compile(text));
    }

    private record Ban(String reason, Pattern files, Pattern text) {
        Optional<String> in(String name, String content) {
            var match = text.matcher(content);
            if (!files.matcher(name).matches() || !match.find()) {
                return Optional.empty();
            }
            long line = content.substring(0, match.start())
                            .chars()
                            .filter(c -> c == '\n')
                            .count()
                    + 1;
            return Optional.of(name + ":" + line + ": " + reason + ": '" + match.group() + "'");
        }
    }
}
