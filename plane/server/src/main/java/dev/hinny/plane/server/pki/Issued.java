package dev.hinny.plane.server.pki;

import java.time.Instant;

/**
 * A certificate with its key.
 *
 * @param certificate PEM chain, leaf first
 * @param privateKey PEM, PKCS#8
 */
public record Issued(String certificate, String privateKey, Instant expires) {
    @Override
    public String toString() {
        return "Issued[expires=" + expires + "]";
    }
}
