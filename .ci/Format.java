import com.palantir.javaformat.java.Formatter;
import com.palantir.javaformat.java.FormatterException;
import com.palantir.javaformat.java.JavaFormatterOptions;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Checks the layout of every Java source below a folder ({@code check}), or puts it right ({@code write}). */
class Format {
    private static final Set<String> NOT_SOURCES = Set.of("target", ".git", "node_modules");

    private final Path root;
    private final boolean write;
    private final Formatter formatter = Formatter.createFormatter(JavaFormatterOptions.builder()
            .style(JavaFormatterOptions.Style.PALANTIR)
            .build());

    private Format(Path root, boolean write) {
        this.root = root;
        this.write = write;
    }

    public static void main(String[] arguments) throws IOException {
        boolean write = arguments[0].equals("write");
        Format format = new Format(Path.of(arguments[1]), write);
        List<Path> sources = format.sources();
        List<String> wrong =
                sources.parallelStream().flatMap(format::look).sorted().toList();
        wrong.forEach(line -> System.out.println((write ? "formatted: " : "layout: ") + line));
        System.out.printf(
                "%d Java files, %d %s%n", sources.size(), wrong.size(), write ? "rewritten" : "not in layout");
        if (!write && !wrong.isEmpty()) {
            System.out.println("Run .ci/format and look at what it changed.");
            System.exit(1);
        }
    }

    private Stream<String> look(Path source) {
        String name = root.relativize(source).toString();
        try {
            String text = Files.readString(source);
            String wanted = formatter.formatSourceAndFixImports(text);
            if (text.equals(wanted)) {
                return Stream.empty();
            }
            if (write) {
                Files.writeString(source, wanted);
            }
            return Stream.of(name + ":" + firstDifference(text, wanted));
        } catch (FormatterException e) {
            return Stream.of(name + ":" + e.getMessage());
        } catch (IOException e) {
            throw new UncheckedIOException(name, e);
        }
    }

    private static long firstDifference(String text, String wanted) {
        int i = 0;
        while (i < text.length() && i < wanted.length() && text.charAt(i) == wanted.charAt(i)) {
            i++;
        }
        return text.substring(0, i).chars().filter(c -> c == '\n').count() + 1;
    }

    private List<Path> sources() throws IOException {
        List<Path> found = new ArrayList<>();
        Files.walkFileTree(root, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
                return NOT_SOURCES.contains(folder.getFileName().toString()) && !folder.equals(root)
                        ? FileVisitResult.SKIP_SUBTREE
                        : FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                if (file.toString().endsWith(".java")) {
                    found.add(file);
                }
                return FileVisitResult.CONTINUE;
            }
        });
        return found;
    }
}
