package dev.hinny.lang.suite;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * Runs the corpus against any implementation of the language that has a command line. It needs nothing but a JDK: {@code java
 * RunCorpus.java CASES 'COMMAND'}; the README of this module describes the cases and what stands for them in COMMAND.
 */
public final class RunCorpus {
    /** What the endings of the corpus' files mean; other endings are {@code application/octet-stream}. */
    static final Map<String, String> MEDIA_TYPES = Map.ofEntries(
            Map.entry("avro", "application/avro"),
            Map.entry("csv", "application/csv"),
            Map.entry("dwb", "application/dwb"),
            Map.entry("dwl", "application/dw"),
            Map.entry("flatfile", "application/flatfile"),
            Map.entry("json", "application/json"),
            Map.entry("multipart", "multipart/form-data"),
            Map.entry("ndjson", "application/x-ndjson"),
            Map.entry("pb", "application/protobuf"),
            Map.entry("properties", "text/x-java-properties"),
            Map.entry("sse", "text/event-stream"),
            Map.entry("txt", "text/plain"),
            Map.entry("urlencoded", "application/x-www-form-urlencoded"),
            Map.entry("xlsx", "application/xlsx"),
            Map.entry("xml", "application/xml"),
            Map.entry("yaml", "application/yaml"));

    private static final int MOST_SECONDS = 60;

    private final String command;
    private final boolean places;

    /** @param places whether what a failing command prints must have the error's place, {@code LINE:COLUMN}, in it */
    RunCorpus(String command, boolean places) {
        this.command = command;
        this.places = places;
    }

    /** Arguments: {@code [--places] CASES COMMAND}. Ends with 1 when a case does not give what it should. */
    public static void main(String[] arguments) throws IOException {
        List<String> given = new ArrayList<>(List.of(arguments));
        boolean places = given.remove("--places");
        if (given.size() != 2) {
            System.err.println("usage: java RunCorpus.java [--places] CASES COMMAND");
            System.exit(2);
        }
        List<Outcome> outcomes = new RunCorpus(given.get(1), places).run(Path.of(given.get(0)));
        outcomes.stream().filter(o -> !o.passed()).forEach(o -> System.out.println(o.name() + ": " + o.difference()));
        long passed = outcomes.stream().filter(Outcome::passed).count();
        System.out.println(passed + " of " + outcomes.size() + " cases pass");
        System.exit(passed == outcomes.size() ? 0 : 1);
    }

    /** What came of a case; nothing differs where it passed. */
    record Outcome(String name, String difference) {
        boolean passed() {
            return difference.isEmpty();
        }
    }

    /** What a command did. */
    private record Ended(int status, String out, String err) {}

    /** The cases below a folder: all folders with a {@code transform.dwl}. */
    List<Outcome> run(Path cases) throws IOException {
        List<Path> folders;
        try (Stream<Path> files = Files.walk(cases)) {
            folders = files.filter(f -> f.endsWith("transform.dwl"))
                    .map(f -> f.toAbsolutePath().getParent())
                    .sorted()
                    .toList();
        }
        Path root = cases.toAbsolutePath();
        return folders.parallelStream()
                .map(folder -> new Outcome(root.relativize(folder).toString(), difference(folder)))
                .toList();
    }

    private String difference(Path folder) {
        try {
            Path error = folder.resolve("error.txt");
            if (Files.exists(error)) {
                String place = Files.readAllLines(error).getFirst().replaceFirst("^\\S+ ?", "");
                Ended ended = execute(folder, "json");
                return ended.status() == 0
                        ? "does not fail, gives " + brief(ended.out())
                        : places && !ended.err().contains(place)
                                ? "does not say " + place + ", but " + brief(ended.err())
                                : "";
            }
            Path wanted = file(folder, "out.").orElseThrow(() -> new IOException("no out.* in " + folder));
            Ended ended = execute(folder, ending(wanted));
            if (ended.status() != 0) {
                return "fails: " + brief(ended.err());
            }
            return compared(ended.out(), ending(wanted)).equals(compared(Files.readString(wanted), ending(wanted)))
                    ? ""
                    : "gives " + brief(ended.out());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Ended execute(Path folder, String ending) throws IOException {
        Path out = Files.createTempFile("case", ".out");
        Path err = Files.createTempFile("case", ".err");
        Process process = new ProcessBuilder(words(folder, ending))
                .redirectInput(ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()))
                .redirectOutput(out.toFile())
                .redirectError(err.toFile())
                .start();
        try {
            boolean ended = process.waitFor(MOST_SECONDS, TimeUnit.SECONDS);
            return ended
                    ? new Ended(process.exitValue(), text(out), text(err))
                    : new Ended(-1, "", "nothing after " + MOST_SECONDS + " seconds");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new Ended(-1, "", "interrupted");
        } finally {
            process.destroyForcibly();
            Files.delete(out);
            Files.delete(err);
        }
    }

    /** The command for a case, word by word; what stands in brackets is left out where there is no input. */
    private List<String> words(Path folder, String ending) throws IOException {
        Optional<Path> input = file(folder, "in.");
        String text = command.replaceAll("\\[([^]]*)]", input.isPresent() ? "$1" : "");
        List<String> words = new ArrayList<>();
        for (String word : text.strip().split("\\s+")) {
            words.add(word.replace("{script}", folder.resolve("transform.dwl").toString())
                    .replace("{folder}", folder.toString())
                    .replace("{input}", input.map(Path::toString).orElse(""))
                    .replace(
                            "{input-mime}", input.map(i -> mediaType(ending(i))).orElse(""))
                    .replace("{mime}", mediaType(ending)));
        }
        return words;
    }

    private static Optional<Path> file(Path folder, String prefix) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(f -> f.getFileName().toString().startsWith(prefix))
                    .findFirst();
        }
    }

    static String ending(Path file) {
        String name = file.getFileName().toString();
        return name.substring(name.lastIndexOf('.') + 1);
    }

    private static String mediaType(String ending) {
        return MEDIA_TYPES.getOrDefault(ending, "application/octet-stream");
    }

    private static String text(Path file) throws IOException {
        return new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
    }

    private static String brief(String text) {
        String line = text.strip().replaceAll("\\s+", " ");
        return line.length() <= 200 ? line : line.substring(0, 200) + "...";
    }

    /** JSON without the blanks between its tokens, other texts without those at their ends. */
    private static String compared(String text, String ending) {
        if (!ending.equals("json")) {
            return text.strip();
        }
        StringBuilder dense = new StringBuilder();
        boolean quoted = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (quoted && c == '\\') {
                dense.append(c).append(i + 1 < text.length() ? text.charAt(++i) : ' ');
                continue;
            }
            quoted ^= c == '"';
            if (quoted || !Character.isWhitespace(c)) {
                dense.append(c);
            }
        }
        return dense.toString();
    }
}
