package dev.hinny.http;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads certificates and unencrypted private keys from PEM text (RFC 7468). */
public final class Pem {
    private static final Pattern BLOCK =
            Pattern.compile("-----BEGIN ([A-Z0-9 ]+)-----([A-Za-z0-9+/=\\s]*?)-----END \\1-----");
    private static final byte[] RSA = {
        0x30, 0x0d, 6, 9, 0x2a, (byte) 0x86, 0x48, (byte) 0x86, (byte) 0xf7, 0x0d, 1, 1, 1, 5, 0
    };
    private static final byte[] EC = {6, 7, 0x2a, (byte) 0x86, 0x48, (byte) 0xce, 0x3d, 2, 1};

    private Pem() {}

    /** All certificates of the text, at least one. */
    public static List<X509Certificate> certificates(String pem) {
        List<X509Certificate> found = new ArrayList<>();
        Matcher blocks = BLOCK.matcher(pem);
        while (blocks.find()) {
            if (blocks.group(1).endsWith("CERTIFICATE")) {
                found.add(certificate(der(blocks.group(2))));
            }
        }
        if (found.isEmpty()) {
            throw TlsProblems.of(
                    "the PEM text has no certificate", "expected a block '-----BEGIN CERTIFICATE-----'", null);
        }
        return List.copyOf(found);
    }

    private static X509Certificate certificate(byte[] der) {
        try {
            return (X509Certificate)
                    CertificateFactory.getInstance("X.509").generateCertificate(new ByteArrayInputStream(der));
        } catch (CertificateException e) {
            throw TlsProblems.of("a certificate of the PEM text is damaged: " + e.getMessage(), "", e);
        }
    }

    /** The first private key of the text. */
    public static PrivateKey privateKey(String pem) {
        if (pem.contains("ENCRYPTED")) {
            throw TlsProblems.of(
                    "the private key is encrypted, expected one without passphrase",
                    "remove the passphrase: openssl pkey -in KEY.pem -out PLAIN.pem",
                    null);
        }
        Matcher blocks = BLOCK.matcher(pem);
        while (blocks.find()) {
            byte[] der = der(blocks.group(2));
            switch (blocks.group(1)) {
                case "PRIVATE KEY" -> {
                    return key(der);
                }
                case "RSA PRIVATE KEY" -> {
                    return key(sequence(new byte[] {2, 1, 0}, RSA, tagged(4, der)));
                }
                case "EC PRIVATE KEY" -> {
                    return key(sequence(new byte[] {2, 1, 0}, sequence(EC, curve(der)), tagged(4, der)));
                }
                default -> {}
            }
        }
        throw TlsProblems.of("the PEM text has no private key", "expected a block '-----BEGIN PRIVATE KEY-----'", null);
    }

    private static PrivateKey key(byte[] pkcs8) {
        for (String algorithm : List.of("RSA", "EC", "EdDSA")) {
            try {
                return KeyFactory.getInstance(algorithm).generatePrivate(new PKCS8EncodedKeySpec(pkcs8));
            } catch (GeneralSecurityException e) {
                // of another algorithm: the next one is tried
            }
        }
        throw TlsProblems.of("the private key is damaged or of an unknown kind", "expected RSA, EC or EdDSA", null);
    }

    private static byte[] der(String base64) {
        try {
            return Base64.getMimeDecoder().decode(base64);
        } catch (IllegalArgumentException e) {
            throw TlsProblems.of("a block of the PEM text is not Base64: " + e.getMessage(), "", e);
        }
    }

    /** The curve's object identifier stands under the tag [0] of a SEC 1 key. */
    private static byte[] curve(byte[] sec1) {
        for (int i = 0; i + 3 < sec1.length; i++) {
            if ((sec1[i] & 0xff) == 0xa0
                    && sec1[i + 2] == 6
                    && sec1[i + 1] == sec1[i + 3] + 2
                    && i + 4 + sec1[i + 3] <= sec1.length) {
                return Arrays.copyOfRange(sec1, i + 2, i + 4 + sec1[i + 3]);
            }
        }
        throw TlsProblems.of(
                "the EC private key does not name its curve", "convert it: openssl pkcs8 -topk8 -nocrypt", null);
    }

    private static byte[] sequence(byte[]... parts) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            all.writeBytes(part);
        }
        return tagged(0x30, all.toByteArray());
    }

    private static byte[] tagged(int tag, byte[] content) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write(tag);
        int length = content.length;
        if (length < 128) {
            out.write(length);
        } else if (length < 256) {
            out.write(0x81);
            out.write(length);
        } else {
            out.write(0x82);
            out.write(length >> 8);
            out.write(length);
        }
        out.writeBytes(content);
        return out.toByteArray();
    }
}
