package dev.hinny.lang.tools;

import dev.hinny.base.SourceText;
import dev.hinny.lang.front.Formatter;
import dev.hinny.lang.front.Formatter.Formatted;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Lays scripts out. */
@Command(
        name = "fmt",
        description = "Lay scripts out in place; '-' reads standard input and writes standard output.",
        mixinStandardHelpOptions = true)
public final class FormatCommand implements Callable<Integer> {
    @Spec
    private @Nullable CommandSpec spec;

    @Option(
            names = "--check",
            description = "Change nothing; name the files that are not laid out, and end with status 1.")
    private boolean check;

    @Parameters(arity = "1..*", paramLabel = "FILE", description = "Scripts, folders with scripts, or '-'.")
    private List<Path> files = List.of();

    @Override
    public Integer call() throws IOException {
        try {
            if (files.equals(List.of(ScriptFiles.STANDARD_INPUT))) {
                return standard();
            }
            boolean fine = true;
            for (Path file : ScriptFiles.of(files)) {
                fine &= file(file);
            }
            return fine ? 0 : ScriptCommand.FAILED;
        } catch (UsageException e) {
            err().println("hinny dw fmt: " + e.text());
            return ScriptCommand.USAGE;
        }
    }

    private int standard() throws IOException {
        SourceText source = new SourceText("<stdin>", StandardInput.text());
        Formatted formatted = Formatter.format(source);
        boolean fine = report(formatted, source);
        if (check) {
            boolean same = formatted.text().equals(source.text());
            if (fine && !same) {
                spec().commandLine().getOut().println(source.name());
                spec().commandLine().getOut().flush();
            }
            return fine && same ? 0 : ScriptCommand.FAILED;
        }
        System.out.write(formatted.text().getBytes(StandardCharsets.UTF_8));
        System.out.flush();
        return fine ? 0 : ScriptCommand.FAILED;
    }

    /** Whether the file could be laid out, and with {@code --check} whether it was already. */
    private boolean file(Path file) throws IOException {
        SourceText source = new SourceText(file.toString(), ScriptFiles.read(file));
        Formatted formatted = Formatter.format(source);
        boolean fine = report(formatted, source);
        if (!fine || formatted.text().equals(source.text())) {
            return fine;
        }
        if (!check) {
            write(file, formatted.text());
        }
        spec().commandLine().getOut().println(file);
        spec().commandLine().getOut().flush();
        return !check;
    }

    private static void write(Path file, String text) {
        try {
            ResultFile.write(file, out -> {
                out.write(text.getBytes(StandardCharsets.UTF_8));
                return text;
            });
        } catch (IOException e) {
            throw new UsageException("cannot write '" + file + "': " + Reasons.of(e));
        }
    }

    private boolean report(Formatted formatted, SourceText source) {
        if (formatted.complete()) {
            return true;
        }
        ProblemPrinter printer = new ProblemPrinter(List.of(source));
        formatted.problems().forEach(p -> err().println(printer.print(p)));
        if (formatted.problems().isEmpty()) {
            err().println(source.name() + ": left as it is");
        }
        return false;
    }

    private CommandSpec spec() {
        return Objects.requireNonNull(spec);
    }

    private PrintWriter err() {
        return spec().commandLine().getErr();
    }
}
