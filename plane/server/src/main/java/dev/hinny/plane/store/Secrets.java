package dev.hinny.plane.store;

import dev.hinny.base.Problem;
import dev.hinny.base.ProblemException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.Base64;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/** Encrypts secrets at rest: AES-256-GCM under one master key in a file of mode 600. */
public final class Secrets {
    private static final int NONCE = 12;

    private final SecretKeySpec key;

    /** Reads the master key, or makes one when the file is missing. */
    public static Secrets open(Path file) {
        try {
            if (!Files.exists(file)) {
                Modes.writePrivate(file, Base64.getEncoder().encode(Hashes.random(32)));
            }
            byte[] key = Base64.getDecoder().decode(Files.readString(file).trim());
            if (key.length != 32) {
                throw new IllegalArgumentException("the key has " + key.length + " bytes instead of 32");
            }
            return new Secrets(key);
        } catch (IOException | IllegalArgumentException e) {
            throw new ProblemException(
                    Problem.error(
                            "MASTER-KEY",
                            null,
                            "the master key '" + file + "' cannot be read: " + e.getMessage(),
                            "restore the file from a backup: what was encrypted under it is lost without it"),
                    e);
        }
    }

    private Secrets(byte[] key) {
        this.key = new SecretKeySpec(key, "AES");
    }

    /** @param context is authenticated with the text: a value moved to another row does not decrypt */
    public byte[] encrypt(String text, String context) {
        byte[] nonce = Hashes.random(NONCE);
        byte[] sealed = cipher(Cipher.ENCRYPT_MODE, nonce, context, text.getBytes(StandardCharsets.UTF_8));
        return ByteBuffer.allocate(NONCE + sealed.length).put(nonce).put(sealed).array();
    }

    public String decrypt(byte[] value, String context) {
        ByteBuffer buffer = ByteBuffer.wrap(value);
        byte[] nonce = new byte[NONCE];
        buffer.get(nonce);
        byte[] sealed = new byte[buffer.remaining()];
        buffer.get(sealed);
        return new String(cipher(Cipher.DECRYPT_MODE, nonce, context, sealed), StandardCharsets.UTF_8);
    }

    /** A signature that only the holder of the master key can make. */
    public String sign(String text) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key.getEncoded(), "HmacSHA256"));
            byte[] derived = mac.doFinal("links".getBytes(StandardCharsets.UTF_8));
            mac.init(new SecretKeySpec(derived, "HmacSHA256"));
            return Hashes.hex(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private byte[] cipher(int mode, byte[] nonce, String context, byte[] input) {
        try {
            Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
            cipher.init(mode, key, new GCMParameterSpec(128, nonce));
            cipher.updateAAD(context.getBytes(StandardCharsets.UTF_8));
            return cipher.doFinal(input);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("a secret of '" + context + "' does not fit the master key", e);
        }
    }
}
