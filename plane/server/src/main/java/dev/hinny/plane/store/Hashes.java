package dev.hinny.plane.store;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;

/** SHA-256 and random values. */
public final class Hashes {
    private static final SecureRandom RANDOM = new SecureRandom();

    private Hashes() {}

    public static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    public static byte[] sha256(byte[] bytes) {
        return sha256().digest(bytes);
    }

    public static String hex(byte[] bytes) {
        return HexFormat.of().formatHex(bytes);
    }

    /** Hexadecimal SHA-256 of the text's UTF-8. */
    public static String sha256Hex(String text) {
        return hex(sha256(text.getBytes(StandardCharsets.UTF_8)));
    }

    public static byte[] random(int bytes) {
        byte[] value = new byte[bytes];
        RANDOM.nextBytes(value);
        return value;
    }

    /** A random value as text that is safe in URLs and shells. */
    public static String randomText(int bytes) {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(random(bytes))
                .replace('-', 'a')
                .replace('_', 'b');
    }

    /** {@code sha256:1:salt:hash} of a secret that has 256 random bits: see docs/decisions on client secrets. */
    public static String saltedSecret(String secret) {
        byte[] salt = random(16);
        MessageDigest digest = sha256();
        digest.update(salt);
        Base64.Encoder base64 = Base64.getEncoder().withoutPadding();
        return "sha256:1:" + base64.encodeToString(salt) + ":"
                + base64.encodeToString(digest.digest(secret.getBytes(StandardCharsets.UTF_8)));
    }
}
