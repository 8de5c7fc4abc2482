package dev.hinny.lang.tools;

import dev.hinny.base.Problem;
import dev.hinny.base.Problems;
import dev.hinny.base.SourceSpan;
import dev.hinny.base.SourceText;
import dev.hinny.lang.engine.value.Entry;
import dev.hinny.lang.engine.value.ListArray;
import dev.hinny.lang.engine.value.NumberValue;
import dev.hinny.lang.engine.value.ObjectValue;
import dev.hinny.lang.engine.value.Schema;
import dev.hinny.lang.engine.value.StringValue;
import dev.hinny.lang.engine.value.Value;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Tells all that is wrong with scripts without running them. */
@Command(
        name = "check",
        description = {
            "Tell all that is wrong with scripts, a line each: FILE:LINE:COLUMN: error: CODE: message.",
            "'-' checks standard input."
        },
        mixinStandardHelpOptions = true)
public final class CheckCommand implements Callable<Integer> {
    /** How the problems are written. */
    enum Form {
        text,
        json
    }

    @Spec
    private @Nullable CommandSpec spec;

    @Option(
            names = {"-o", "--output"},
            paramLabel = "FORM",
            description = "text or json.")
    private Form form = Form.text;

    @Option(
            names = {"-m", "--modules"},
            paramLabel = "FOLDER",
            description = "A folder with modules; may be given several times.")
    private List<Path> modules = List.of();

    @Option(
            names = {"-n", "--name"},
            paramLabel = "NAME",
            description = "A name that the scripts get from outside, besides payload, vars, attributes and the like.")
    private List<String> names = List.of();

    @Parameters(arity = "1..*", paramLabel = "FILE", description = "Scripts, folders with scripts, or '-'.")
    private List<Path> files = List.of();

    @Override
    public Integer call() throws IOException {
        try {
            ScriptInputs.checkFolders(modules);
            Problems all = new Problems();
            if (files.equals(List.of(ScriptFiles.STANDARD_INPUT))) {
                SourceText source = new SourceText("<stdin>", StandardInput.text());
                all.addAll(Checks.problems(source, Folders.of(null, modules), names));
            } else {
                for (Path file : ScriptFiles.of(files)) {
                    all.addAll(problems(file));
                }
            }
            print(all.sorted());
            return all.hasErrors() ? ScriptCommand.FAILED : 0;
        } catch (UsageException e) {
            err().println("hinny dw check: " + e.text());
            return ScriptCommand.USAGE;
        }
    }

    private List<Problem> problems(Path file) {
        SourceText source = new SourceText(Folders.name(file), ScriptFiles.read(file));
        Folders folders = folders(file);
        return Checks.problems(source, folders, names);
    }

    /** The folders in which a script's modules may lie: its own, those given, and the root of its sources. */
    private Folders folders(Path file) {
        List<Path> folders = new ArrayList<>(modules);
        for (Path folder = file.toAbsolutePath().getParent(); folder != null; folder = folder.getParent()) {
            if (folder.endsWith(Path.of("src", "main", "resources"))) {
                folders.add(folder);
            }
        }
        return Folders.of(file, folders);
    }

    private void print(List<Problem> problems) {
        PrintWriter out = Objects.requireNonNull(spec).commandLine().getOut();
        if (form == Form.json) {
            List<Value> entries = new ArrayList<>();
            problems.forEach(p -> entries.add(json(p)));
            out.println(Json.text(new ListArray(entries, Schema.NONE), true));
        } else {
            problems.forEach(p -> out.println(p.line()));
        }
        out.flush();
    }

    private static Value json(Problem problem) {
        SourceSpan place = problem.place();
        List<Entry> entries = new ArrayList<>();
        if (place != null) {
            entries.add(Entry.of("file", StringValue.of(place.source())));
            entries.add(Entry.of("line", NumberValue.of(place.line())));
            entries.add(Entry.of("column", NumberValue.of(place.column())));
            entries.add(Entry.of("endLine", NumberValue.of(place.endLine())));
            entries.add(Entry.of("endColumn", NumberValue.of(place.endColumn())));
        }
        entries.add(Entry.of("severity", StringValue.of(problem.severity().word())));
        entries.add(Entry.of("code", StringValue.of(problem.code())));
        entries.add(Entry.of("message", StringValue.of(problem.message())));
        entries.add(Entry.of("hint", StringValue.of(problem.hint())));
        return ObjectValue.of(entries);
    }

    private PrintWriter err() {
        return Objects.requireNonNull(spec).commandLine().getErr();
    }
}
