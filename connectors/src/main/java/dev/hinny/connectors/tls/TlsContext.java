package dev.hinny.connectors.tls;

import dev.hinny.base.Blame;
import dev.hinny.base.Problem;
import dev.hinny.base.ProblemException;
import dev.hinny.base.SourceSpan;
import dev.hinny.http.TlsConfig;
import dev.hinny.runtime.api.Application;
import dev.hinny.runtime.api.element.Build;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A TLS context of an application, ready for servers and clients; or the reason why it is not. */
public final class TlsContext {
    private final @Nullable TlsConfig config;
    private final @Nullable Problem problem;
    private final boolean identity;

    private TlsContext(@Nullable TlsConfig config, @Nullable Problem problem, boolean identity) {
        this.config = config;
        this.problem = problem;
        this.identity = identity;
    }

    /** Reads the stores; what is wrong with them is added to the build's problems. */
    public static TlsContext of(TlsParameters parameters, Build build) {
        SourceSpan place = build.component().place();
        TlsParameters.TrustStore trust = parameters.trustStore();
        if (trust != null && trust.insecure()) {
            build.problems()
                    .warning(
                            "INSECURE-TLS",
                            place,
                            "the trust store is insecure: every certificate is accepted",
                            "name the certificates to trust with 'path'");
        }
        try {
            TlsConfig config = read(parameters, build);
            return new TlsContext(config, null, !config.chain().isEmpty());
        } catch (ProblemException e) {
            Problem found = e.first().place() == null ? e.first().at(place) : e.first();
            build.problems().add(found);
            return new TlsContext(null, found, parameters.keyStore() != null);
        }
    }

    /** @throws ProblemException when the stores could not be read */
    public TlsConfig config() {
        if (config == null) {
            throw new ProblemException(java.util.Objects.requireNonNull(problem).as(dev.hinny.base.Severity.ERROR));
        }
        return config;
    }

    /** Whether it has a certificate of its own, as a server needs. */
    public boolean hasIdentity() {
        return identity;
    }

    private static TlsConfig read(TlsParameters parameters, Build build) {
        TlsConfig.Builder builder = TlsConfig.builder();
        TlsParameters.KeyStore own = parameters.keyStore();
        if (own != null && own.path() != null) {
            String password = own.password() == null ? "" : own.password();
            String keyPassword = own.keyPassword() == null ? password : own.keyPassword();
            byte[] bytes = bytes(own.path(), "keystore", build);
            if ("pem".equals(lower(own.type()))) {
                String pem = new String(bytes, StandardCharsets.UTF_8);
                builder.identityPem(pem, pem);
            } else {
                KeyStore store = load(bytes, own.path(), own.type(), password, "keystore", build);
                builder.identity(store, keyPassword.toCharArray(), Optional.ofNullable(own.alias()));
            }
        }
        TlsParameters.TrustStore trust = parameters.trustStore();
        if (trust != null) {
            builder.insecure(trust.insecure());
            if (trust.path() != null) {
                byte[] bytes = bytes(trust.path(), "truststore", build);
                if ("pem".equals(lower(trust.type()))) {
                    builder.trustPem(new String(bytes, StandardCharsets.UTF_8));
                } else {
                    String password = trust.password() == null ? "" : trust.password();
                    builder.trust(load(bytes, trust.path(), trust.type(), password, "truststore", build));
                }
            }
        }
        names(parameters.enabledProtocols()).ifPresent(builder::protocols);
        names(parameters.enabledCipherSuites()).ifPresent(builder::ciphers);
        return builder.build();
    }

    private static Optional<List<String>> names(@Nullable String list) {
        if (list == null || list.isBlank() || list.equalsIgnoreCase("default")) {
            return Optional.empty();
        }
        return Optional.of(Arrays.stream(list.split(",")).map(String::strip).toList());
    }

    private static String lower(@Nullable String type) {
        return type == null ? "" : type.toLowerCase(Locale.ROOT);
    }

    private static byte[] bytes(String path, String kind, Build build) {
        Application application = build.application();
        Optional<InputStream> resource = application.resource(path);
        try {
            if (resource.isPresent()) {
                try (InputStream in = resource.get()) {
                    return in.readAllBytes();
                }
            }
            Path file = Path.of(path);
            if (Files.isRegularFile(file)) {
                return Files.readAllBytes(file);
            }
        } catch (IOException | java.nio.file.InvalidPathException e) {
            throw new ProblemException(unreadable(kind, path, build, String.valueOf(e.getMessage())), e);
        }
        throw new ProblemException(new Problem(
                "MISSING-" + kind.toUpperCase(Locale.ROOT),
                build.missing(),
                Blame.USER,
                build.component().place(),
                "the " + kind + " '" + path + "' is neither on the class path nor in the file system",
                "put it under src/main/resources, or name the file's full path"));
    }

    private static KeyStore load(
            byte[] bytes, String path, @Nullable String type, String password, String kind, Build build) {
        String name = type == null || type.isBlank() ? "jks" : type;
        try {
            KeyStore store = KeyStore.getInstance(name.toUpperCase(Locale.ROOT));
            store.load(new java.io.ByteArrayInputStream(bytes), password.toCharArray());
            return store;
        } catch (GeneralSecurityException | IOException e) {
            throw new ProblemException(unreadable(kind, path, build, String.valueOf(e.getMessage())), e);
        }
    }

    private static Problem unreadable(String kind, String path, Build build, String reason) {
        return new Problem(
                "UNREADABLE-" + kind.toUpperCase(Locale.ROOT),
                dev.hinny.base.Severity.ERROR,
                Blame.USER,
                build.component().place(),
                "the " + kind + " '" + path + "' cannot be read: " + reason,
                "check its type and password");
    }
}
