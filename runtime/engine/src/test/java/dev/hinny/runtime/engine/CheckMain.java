package dev.hinny.runtime.engine;

import dev.hinny.base.Problem;
import dev.hinny.base.ProblemException;
import dev.hinny.runtime.model.LoadOptions;
import dev.hinny.runtime.model.descriptor.Catalog;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** Checks the applications that are given as arguments, as a command line would; for trying the engine on real ones. */
final class CheckMain {
    private CheckMain() {}

    public static void main(String[] arguments) {
        PrintStream out =
                new PrintStream(new java.io.FileOutputStream(java.io.FileDescriptor.out), true, StandardCharsets.UTF_8);
        List<String> applications =
                Arrays.stream(arguments).filter(a -> !a.equals("check")).toList();
        boolean errors = false;
        for (String application : applications) {
            try {
                Checked checked =
                        Applications.check(Path.of(application), Catalog.standard(), LoadOptions.lenient(Map.of()));
                checked.problems().stream().map(Problem::line).forEach(out::println);
                errors |= checked.hasErrors();
            } catch (ProblemException e) {
                e.problems().stream().map(Problem::line).forEach(out::println);
                errors = true;
            }
        }
        System.exit(errors ? 1 : 0);
    }
}
