package dev.hinny.lang.tools;

import dev.hinny.lang.server.LanguageServers;
import java.io.PrintStream;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** Serves editors over standard input and output. */
@Command(
        name = "lsp",
        description = "Serve an editor: the language server protocol on standard input and output.",
        mixinStandardHelpOptions = true)
public final class LanguageServerCommand implements Callable<Integer> {
    @Override
    public Integer call() throws Exception {
        PrintStream out = System.out;
        // Whatever else prints would break the protocol.
        System.setOut(System.err);
        return LanguageServers.serve(System.in, out);
    }
}
