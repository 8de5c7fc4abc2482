package dev.hinny.lang.tools;

import dev.hinny.base.MediaType;
import dev.hinny.lang.engine.format.Format;
import dev.hinny.lang.engine.format.Formats;
import dev.hinny.lang.server.LanguageServers;
import java.io.PrintStream;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
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
        if (Terminals.readsFromTerminal()) {
            System.err.println("hinny lsp: speaks with an editor that starts it, not with a terminal; Ctrl-C ends it");
        }
        // Whatever else prints would break the protocol.
        System.setOut(System.err);
        return LanguageServers.serve(System.in, out, formats());
    }

    /** The names of the formats, then their media types without ranges. */
    private static List<String> formats() {
        return Stream.concat(
                        Formats.all().stream().map(Format::id),
                        Formats.all().stream()
                                .flatMap(format -> format.mediaTypes().stream())
                                .map(MediaType::essence)
                                .filter(name -> name.indexOf('*') < 0))
                .toList();
    }
}
