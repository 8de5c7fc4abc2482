package dev.hinny.gateway.api;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Optional;

/**
 * The salted hash of a client secret: {@code sha256:1:SALT:HASH}, where HASH is SHA-256 of the salt's bytes followed by the
 * secret in UTF-8, and both are Base64 without padding. One round is enough because secrets are random and long; people's
 * passwords never come here. Thread-safe.
 */
public final class SecretHash {
    private static final int PARTS = 4;

    private final MessageDigest salted;
    private final byte[] hash;

    private SecretHash(MessageDigest salted, byte[] hash) {
        this.salted = salted;
        this.hash = hash;
    }

    /** Empty when the text is not of the form above. */
    public static Optional<SecretHash> parse(String text) {
        String[] parts = text.split(":", -1);
        if (parts.length != PARTS || !parts[0].equals("sha256") || !parts[1].equals("1")) {
            return Optional.empty();
        }
        try {
            MessageDigest salted = MessageDigest.getInstance("SHA-256");
            salted.update(Base64.getDecoder().decode(parts[2]));
            byte[] hash = Base64.getDecoder().decode(parts[3]);
            return hash.length == salted.getDigestLength()
                    ? Optional.of(new SecretHash(salted, hash))
                    : Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Whether this is the hash of the secret. Takes the same time for any wrong secret of the same length. */
    public boolean matches(String secret) {
        try {
            MessageDigest digest = (MessageDigest) salted.clone();
            return MessageDigest.isEqual(hash, digest.digest(secret.getBytes(StandardCharsets.UTF_8)));
        } catch (CloneNotSupportedException e) {
            throw new IllegalStateException(e);
        }
    }
}
