package dev.hinny.gateway.api;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;

/** Hashes secrets as the control plane does. */
final class Hashes {
    private Hashes() {}

    static String of(String secret) {
        try {
            byte[] salt = {1, 2, 3, 4};
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update(salt);
            Base64.Encoder base64 = Base64.getEncoder().withoutPadding();
            return "sha256:1:" + base64.encodeToString(salt) + ":"
                    + base64.encodeToString(digest.digest(secret.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
