package dev.hinny.plane.agent;

import dev.hinny.plane.contract.Json;
import dev.hinny.plane.contract.agent.AgentBootstrap;
import dev.hinny.plane.contract.agent.AgentIdentity;
import java.io.IOException;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.security.GeneralSecurityException;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;

/**
 * One reading of the bootstrap file, and the client that presents the identity in it.
 *
 * @param client null when the identity cannot be used, for the reason that {@code flaw} gives
 */
record Link(
        AgentBootstrap bootstrap, FileTime read, @Nullable HttpClient client, Instant renewAt, String flaw) {
    /** @throws IOException when the file is no bootstrap; a flawed identity is no reason */
    static Link read(Path file, Duration connect) throws IOException {
        FileTime time = Files.getLastModifiedTime(file);
        AgentBootstrap bootstrap;
        try {
            bootstrap = Json.read(Files.readAllBytes(file), AgentBootstrap.class);
        } catch (JacksonException e) {
            throw new IOException("no bootstrap: " + e.getOriginalMessage(), e);
        }
        try {
            return new Link(bootstrap, time, client(bootstrap.identity(), connect), renewal(bootstrap.identity()), "");
        } catch (GeneralSecurityException | IOException e) {
            return new Link(bootstrap, time, null, Instant.MAX, "the identity cannot be used: " + e.getMessage());
        }
    }

    static HttpClient client(AgentIdentity identity, Duration connect) throws GeneralSecurityException, IOException {
        return HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(connect)
                .sslContext(Tls.context(identity))
                .executor(Executors.newVirtualThreadPerTaskExecutor())
                .build();
    }

    /** When a third of the certificate's life is left. */
    private static Instant renewal(AgentIdentity identity) throws GeneralSecurityException {
        X509Certificate own = Tls.certificates(identity.certificate()).get(0);
        Instant from = own.getNotBefore().toInstant();
        Instant until = own.getNotAfter().toInstant();
        return until.minus(Duration.between(from, until).dividedBy(3));
    }
}
