package dev.hinny.lang.tools;

import dev.hinny.base.MediaType;
import dev.hinny.base.ProblemException;
import dev.hinny.base.SourceText;
import dev.hinny.lang.tools.repl.ReplCommand;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Runs a script over files or standard input. */
@Command(
        name = "dw",
        description = "Run a DataWeave script: inputs from files or standard input, the result on standard output.",
        mixinStandardHelpOptions = true,
        subcommands = {CheckCommand.class, FormatCommand.class, ReplCommand.class},
        synopsisSubcommandLabel = "[COMMAND]",
        exitCodeListHeading = "Exit status:%n",
        exitCodeList = {"0:done", "1:the script has errors or failed, or a check failed", "2:wrong usage"},
        footer = {
            "",
            "Examples:",
            "  echo '{\"a\": 1}' | hinny dw -s 'payload.a + 1'",
            "  hinny dw transform.dwl -i payload=orders.csv -i rates=rates.json -o application/json"
        })
public final class ScriptCommand implements Callable<Integer> {
    static final int FAILED = 1;
    static final int USAGE = 2;

    @Spec
    private @Nullable CommandSpec spec;

    @Option(
            names = {"-s", "--script"},
            paramLabel = "SCRIPT",
            description = "The script itself.")
    private @Nullable String text;

    @Parameters(arity = "0..1", paramLabel = "FILE", description = "The script's file.")
    private @Nullable Path file;

    @Mixin
    private ScriptInputs inputs = new ScriptInputs();

    @Option(
            names = {"-o", "--output"},
            paramLabel = "MIME",
            description = "Media type of the result where the script does not say: application/json.")
    private String output = "application/json";

    @Option(
            names = {"-O", "--output-file"},
            paramLabel = "FILE",
            description = "Write the result to a file, which changes only when all went well.")
    private @Nullable Path target;

    @Option(
            names = "--timeout",
            paramLabel = "SECONDS",
            converter = Seconds.class,
            description = "Give up after so many seconds, such as 30 or 0.5.")
    private Duration timeout = Duration.ZERO;

    @Option(
            names = {"-w", "--watch"},
            description = "Run again whenever the script, its modules or its inputs change; Ctrl-C ends it.")
    private boolean watch;

    @Option(names = "--jsonl", paramLabel = "IN", description = "Run many cases, one JSON object a line.")
    private @Nullable Path cases;

    @Option(names = "--out", paramLabel = "OUT", description = "Where the cases' results go, one JSON object a line.")
    private @Nullable Path results;

    @Override
    public Integer call() throws Exception {
        try {
            if (cases != null) {
                return runCases(cases);
            }
            if (text == null && file == null) {
                throw new UsageException("give the script with -s, or the name of its file, such as"
                        + " hinny dw -s '1 + 1'; all options: hinny dw --help");
            }
            if (text != null && file != null) {
                throw new UsageException("give the script with -s or as the file '" + file + "', not both");
            }
            if (target != null) {
                ResultFile.check(target);
            }
            inputs.check();
            MediaType otherwise = ScriptInputs.mediaType(output);
            StandardInput standard = new StandardInput(System.in, this::tellThatItReads);
            return watch ? watch(otherwise, standard) : run(otherwise, standard, new LinkedHashSet<>());
        } catch (UsageException e) {
            return usage(e.text());
        }
    }

    /** A person who sees nothing happen learns that something is awaited. */
    private void tellThatItReads() {
        if (Terminals.readsFromTerminal()) {
            err().println("hinny dw: reads standard input; Ctrl-D at the beginning of a line ends it");
        }
    }

    private int runCases(Path from) throws IOException {
        if (results == null) {
            throw new UsageException("--jsonl needs --out");
        }
        if (!Files.isReadable(from)) {
            throw new UsageException("cannot read '" + from + "'");
        }
        new ScriptCases(from, results).run();
        return 0;
    }

    private int watch(MediaType otherwise, StandardInput standard) throws Exception {
        Watch files = new Watch();
        while (true) {
            Set<Path> used = new LinkedHashSet<>();
            files.begin();
            int status;
            try {
                status = run(otherwise, standard, used);
            } catch (UsageException e) {
                status = usage(e.text());
            }
            err().println(status == 0 ? "-- done; waiting for a change" : "-- failed; waiting for a change");
            try {
                err().println("-- '" + files.awaitChange(used) + "' has changed");
            } catch (InterruptedException e) {
                return 0;
            }
        }
    }

    /** Runs once; {@code used} gets the files that had a part in it. */
    private int run(MediaType otherwise, StandardInput standard, Set<Path> used) throws Exception {
        if (file != null) {
            used.add(file);
        }
        used.addAll(inputs.files());
        SourceText source = source();
        Folders folders = Folders.of(file, inputs.modules());
        boolean terminal = Terminals.writesToTerminal();
        ScriptRun.Target to = new ScriptRun.Target(target, terminal, watch || terminal);
        ScriptRun run = new ScriptRun(source, folders, inputs, standard, err()::println);
        try {
            DeepThread.run(() -> run.write(otherwise, to), timeout);
            return 0;
        } catch (ProblemException e) {
            ProblemPrinter printer = ProblemPrinter.of(source, folders);
            e.problems().forEach(p -> err().println(printer.print(p)));
            return FAILED;
        } finally {
            used.addAll(folders.used());
        }
    }

    private SourceText source() throws IOException {
        String given = text;
        if (given != null) {
            return new SourceText("<script>", given);
        }
        Path path = Objects.requireNonNull(file);
        try {
            return new SourceText(Folders.name(path), Files.readString(path));
        } catch (NoSuchFileException e) {
            throw new UsageException("there is no file '" + e.getFile() + "'");
        } catch (IOException e) {
            throw new UsageException(
                    "cannot read '" + path + "': " + (Files.isDirectory(path) ? "it is a folder" : Reasons.of(e)));
        }
    }

    private int usage(String message) {
        err().println("hinny dw: " + message);
        return USAGE;
    }

    private PrintWriter err() {
        return Objects.requireNonNull(spec).commandLine().getErr();
    }
}
