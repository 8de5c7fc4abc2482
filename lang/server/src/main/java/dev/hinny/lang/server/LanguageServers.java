package dev.hinny.lang.server;

import java.io.InputStream;
import java.io.OutputStream;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import org.eclipse.lsp4j.jsonrpc.Launcher;
import org.eclipse.lsp4j.launch.LSPLauncher;
import org.eclipse.lsp4j.services.LanguageClient;

/** Starts language servers. */
public final class LanguageServers {
    private LanguageServers() {}

    /**
     * Serves one client until it says {@code exit} or closes its stream.
     *
     * @param formats what may stand behind {@code output} and {@code input}: short names and media types
     * @return 0 when the client had asked for a shutdown before, 1 otherwise, as the protocol wants the process to end
     */
    public static int serve(InputStream in, OutputStream out, List<String> formats) throws InterruptedException {
        try (ScriptServer server = new ScriptServer(formats)) {
            Launcher<LanguageClient> launcher = LSPLauncher.createServerLauncher(server, in, out);
            server.connect(launcher.getRemoteProxy());
            server.listening(launcher.startListening());
            return server.awaitExit();
        } catch (ExecutionException | CancellationException e) {
            return 1;
        }
    }
}
