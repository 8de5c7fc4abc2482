package dev.hinny.dist.application;

import dev.hinny.base.Problem;
import dev.hinny.base.ProblemException;
import dev.hinny.base.Severity;
import dev.hinny.base.SourceSpan;
import dev.hinny.dist.ExitCodes;
import dev.hinny.plane.contract.Json;
import dev.hinny.runtime.engine.Applications;
import dev.hinny.runtime.engine.Checked;
import dev.hinny.runtime.model.LoadOptions;
import dev.hinny.runtime.model.descriptor.Catalog;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Tells everything that is wrong with an application, one problem a line, without starting it. */
@Command(
        name = "check",
        description = "Check an application: FILE:LINE:COL: error|warning|info: CODE: message, one a line.",
        mixinStandardHelpOptions = true)
public final class CheckCommand implements Callable<Integer> {
    @Spec
    private @Nullable CommandSpec spec;

    @Parameters(paramLabel = "APP", description = "A project folder, an application archive or a flow file.")
    private Path application = Path.of("");

    @Option(names = "-D", paramLabel = "NAME=VALUE", description = "Set a property.")
    private Map<String, String> properties = Map.of();

    @Option(
            names = {"-o", "--output"},
            paramLabel = "FORMAT",
            description = "text or json: ${DEFAULT-VALUE}.")
    private String output = "text";

    @Override
    public Integer call() {
        PrintWriter out = java.util.Objects.requireNonNull(spec).commandLine().getOut();
        if (!output.equals("text") && !output.equals("json")) {
            spec.commandLine().getErr().println("hinny check: '" + output + "' is no output: text or json");
            return ExitCodes.USAGE;
        }
        List<Problem> problems;
        try {
            Checked checked = Applications.check(application, Catalog.standard(), LoadOptions.lenient(properties));
            problems = checked.problems();
        } catch (ProblemException e) {
            spec.commandLine().getErr().println(e.getMessage());
            return ExitCodes.USAGE;
        }
        if (output.equals("json")) {
            out.println(Json.mapper().writerWithDefaultPrettyPrinter().writeValueAsString(json(problems)));
        } else {
            problems.forEach(p -> out.println(p.line()));
        }
        out.flush();
        return problems.stream().anyMatch(p -> p.severity() == Severity.ERROR) ? ExitCodes.FAILED : ExitCodes.OK;
    }

    private static List<Map<String, Object>> json(List<Problem> problems) {
        List<Map<String, Object>> all = new ArrayList<>();
        for (Problem problem : problems) {
            Map<String, Object> one = new LinkedHashMap<>();
            SourceSpan place = problem.place();
            if (place != null) {
                one.put("file", place.source());
                one.put("line", place.line());
                one.put("column", place.column());
                one.put("endLine", place.endLine());
                one.put("endColumn", place.endColumn());
            }
            one.put("severity", problem.severity().word());
            one.put("code", problem.code());
            one.put("message", problem.message());
            one.put("hint", problem.hint());
            all.add(one);
        }
        return all;
    }
}
