package dev.hinny.lang.server;

import java.io.InputStream;
import java.io.OutputStream;
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
     * @return 0 when the client had asked for a shutdown before, 1 otherwise, as the protocol wants the process to end
     */
    public static int serve(InputStream in, OutputStream out) throws InterruptedException {
        try (ScriptServer server = new ScriptServer()) {
            Launcher<LanguageClient> launcher = LSPLauncher.createServerLauncher(server, in, out);
            server.connect(launcher.getRemoteProxy());
            server.listening(launcher.startListening());
            return server.awaitExit();
        } catch (ExecutionException | CancellationException e) {
            return 1;
        }
    }
}
