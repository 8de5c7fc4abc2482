package dev.hinny.lang.engine.library;

import static dev.hinny.lang.engine.library.Args.bytes;

import dev.hinny.lang.engine.EvaluationException;
import dev.hinny.lang.engine.value.BinaryValue;
import dev.hinny.lang.engine.value.StringValue;
import dev.hinny.lang.engine.value.Value;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/** Digests and message authentication codes. */
final class Hashes implements NativeFamily {
    /** Keys are filled up with zeros, so that one zero is as good as the nothing that the JVM refuses. */
    private static final byte[] EMPTY = {0};

    @Override
    public String name() {
        return "crypto";
    }

    @Override
    public @Nullable NativeFunction find(String name) {
        return switch (name) {
            case "hash" -> a -> BinaryValue.of(digest(bytes(a[0]), Args.text(a[1])));
            case "hashHex" -> a -> hex(digest(bytes(a[0]), Args.text(a[1])));
            case "hmac" -> a -> BinaryValue.of(hmac(bytes(a[0]), bytes(a[1]), Args.text(a[2])));
            case "hmacHex" -> a -> hex(hmac(bytes(a[0]), bytes(a[1]), Args.text(a[2])));
            default -> null;
        };
    }

    private static Value hex(byte[] bytes) {
        return StringValue.of(HexFormat.of().formatHex(bytes));
    }

    private static byte[] digest(byte[] content, String algorithm) {
        try {
            return MessageDigest.getInstance(algorithm).digest(content);
        } catch (GeneralSecurityException e) {
            throw unknown(algorithm);
        }
    }

    private static byte[] hmac(byte[] secret, byte[] content, String algorithm) {
        try {
            Mac mac = Mac.getInstance(algorithm);
            mac.init(new SecretKeySpec(secret.length == 0 ? EMPTY : secret, algorithm));
            return mac.doFinal(content);
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            throw unknown(algorithm);
        }
    }

    private static EvaluationException unknown(String algorithm) {
        return EvaluationException.of(
                "UNKNOWN-ALGORITHM",
                "no algorithm is named '" + algorithm + "', or the key does not suit it",
                "for example SHA-256, HmacSHA256");
    }
}
