package dev.hinny.http;

import dev.hinny.base.Problem;
import dev.hinny.base.ProblemException;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Checks of keys and stores whose failures a person can mend. */
final class TlsProblems {
    private TlsProblems() {}

    static ProblemException unusable(Throwable cause) {
        return of(
                "the TLS settings cannot be used: " + cause.getMessage(),
                "check certificates, protocols and cipher suites",
                cause);
    }

    static ProblemException of(String message, String hint, @Nullable Throwable cause) {
        return new ProblemException(Problem.error("TLS-NOT-USABLE", null, message, hint), cause);
    }

    static void checkPair(List<X509Certificate> chain, PrivateKey key) {
        if (chain.isEmpty()) {
            throw of("there is a private key but no certificate", "give the certificate that belongs to the key", null);
        }
        PublicKey publicKey = chain.get(0).getPublicKey();
        if (!publicKey.getAlgorithm().equals(key.getAlgorithm()) || !signs(publicKey, key)) {
            throw of(
                    "the private key does not belong to the certificate of '"
                            + chain.get(0).getSubjectX500Principal().getName() + "'",
                    "give the key that the certificate was issued for; the own certificate comes first in its chain",
                    null);
        }
    }

    private static boolean signs(PublicKey publicKey, PrivateKey key) {
        String algorithm = switch (key.getAlgorithm()) {
            case "RSA" -> "SHA256withRSA";
            case "EC" -> "SHA256withECDSA";
            default -> "";
        };
        if (algorithm.isEmpty()) {
            return true;
        }
        try {
            Signature signature = Signature.getInstance(algorithm);
            signature.initSign(key);
            byte[] probe = {1, 2, 3};
            signature.update(probe);
            byte[] signed = signature.sign();
            signature.initVerify(publicKey);
            signature.update(probe);
            return signature.verify(signed);
        } catch (GeneralSecurityException e) {
            return false;
        }
    }

    static KeyStore.PrivateKeyEntry entry(KeyStore store, char[] password, Optional<String> alias) {
        try {
            List<String> names = alias.map(List::of).orElseGet(() -> aliases(store));
            for (String name : names) {
                if (store.isKeyEntry(name)
                        && store.getEntry(name, new KeyStore.PasswordProtection(password))
                                instanceof KeyStore.PrivateKeyEntry entry) {
                    return entry;
                }
            }
        } catch (GeneralSecurityException e) {
            throw of("the key of the key store cannot be read: " + e.getMessage(), "check the key password", e);
        }
        throw of(
                alias.map(a -> "the key store has no private key under the alias '" + a + "'")
                        .orElse("the key store has no private key"),
                "its aliases are " + aliases(store),
                null);
    }

    private static List<String> aliases(KeyStore store) {
        try {
            return Collections.list(store.aliases());
        } catch (GeneralSecurityException e) {
            throw unusable(e);
        }
    }

    static List<X509Certificate> certificates(KeyStore store) {
        List<X509Certificate> all = new ArrayList<>();
        try {
            for (String alias : aliases(store)) {
                if (store.getCertificate(alias) instanceof X509Certificate certificate) {
                    all.add(certificate);
                }
            }
        } catch (GeneralSecurityException e) {
            throw unusable(e);
        }
        return all;
    }
}
