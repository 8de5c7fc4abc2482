package dev.hinny.connectors.tls;

import dev.hinny.runtime.api.element.Element;
import dev.hinny.runtime.api.element.Param;
import org.jspecify.annotations.Nullable;

/** A TLS context, global or inside a connection. */
@Element(value = "context", prefix = "tls")
public record TlsParameters(
        @Param("Comma-separated protocols, such as TLSv1.2; all that are safe when absent.") @Nullable
        String enabledProtocols,
        @Param("Comma-separated cipher suites; the platform's choice when absent.") @Nullable
        String enabledCipherSuites,
        @Param("Certificates that are trusted.") @Nullable TrustStore trustStore,
        @Param("The own certificate and its key.") @Nullable KeyStore keyStore,
        @Param("How revoked certificates are found.") @Nullable RevocationCheck revocationCheck) {

    /** Certificates that are trusted. */
    public record TrustStore(
            @Param("File on the class path or in the file system.") @Nullable String path,
            @Param(value = "Password of the store.", secret = true) @Nullable String password,
            @Param("Kind of store: jks, pkcs12, jceks or pem.") @Nullable String type,
            @Param("Algorithm of the trust manager.") @Nullable String algorithm,
            @Param("Trusts everybody; for tests only.") boolean insecure) {}

    /** The own certificate and its key. */
    public record KeyStore(
            @Param("Kind of store: jks, pkcs12, jceks or pem.") @Nullable String type,
            @Param("File on the class path or in the file system.") @Nullable String path,
            @Param("Entry of the store that is meant; the only one when absent.") @Nullable String alias,
            @Param(value = "Password of the key; the store's when absent.", secret = true) @Nullable
            String keyPassword,
            @Param(value = "Password of the store.", secret = true) @Nullable String password,
            @Param("Algorithm of the key manager.") @Nullable String algorithm) {}

    /** How revoked certificates are found. */
    public record RevocationCheck(@Param("The way to check.") @Nullable Method method) {}

    /** A way to find revoked certificates. */
    public sealed interface Method permits StandardRevocationCheck, CustomOcspResponder, CrlFile {}

    /** What the certificates themselves name. */
    public record StandardRevocationCheck(
            @Param("Checks only end certificates.") boolean onlyEndEntities,
            @Param("Prefers revocation lists.") boolean preferCrls,
            @Param("Uses the one way only.") boolean noFallback,
            @Param("Accepts where no answer can be had.") boolean softFail)
            implements Method {}

    /** A responder of the own choice. */
    public record CustomOcspResponder(
            @Param("Address of the responder.") @Nullable String url,
            @Param("Alias of the responder's certificate.") @Nullable String certAlias)
            implements Method {}

    /** A file with revoked certificates. */
    public record CrlFile(@Param("File on the class path or in the file system.") @Nullable String path)
            implements Method {}
}
