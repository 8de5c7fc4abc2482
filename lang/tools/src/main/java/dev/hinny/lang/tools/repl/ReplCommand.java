package dev.hinny.lang.tools.repl;

import dev.hinny.lang.tools.Folders;
import dev.hinny.lang.tools.ScriptInputs;
import dev.hinny.lang.tools.StandardInput;
import dev.hinny.lang.tools.Terminals;
import dev.hinny.lang.tools.UsageException;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** A dialogue: expressions are evaluated, declarations are kept. */
@Command(
        name = "repl",
        description = "Evaluate expressions as they are typed, or line by line from standard input.",
        mixinStandardHelpOptions = true)
public final class ReplCommand implements Callable<Integer> {
    private static final int USAGE = 2;

    @Spec
    private @Nullable CommandSpec spec;

    @Mixin
    private ScriptInputs inputs = new ScriptInputs();

    @Override
    public Integer call() throws IOException, InterruptedException {
        PrintWriter err = Objects.requireNonNull(spec).commandLine().getErr();
        try {
            Session session = new Session(
                    Folders.of(null, inputs.modules()),
                    inputs,
                    inputs.values(new StandardInput(InputStream.nullInputStream())),
                    err::println);
            if (Terminals.readsFromTerminal()) {
                return TerminalDialogue.run(session);
            }
            PrintWriter out = new PrintWriter(System.out, false, StandardCharsets.UTF_8);
            BufferedReader lines = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
            return new Dialogue(session, out, err).pipe(lines);
        } catch (UsageException e) {
            err.println("hinny dw repl: " + e.text());
            return USAGE;
        }
    }
}
