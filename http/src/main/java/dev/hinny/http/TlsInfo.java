package dev.hinny.http;

import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Optional;

/**
 * What the TLS handshake of a connection settled.
 *
 * @param protocol for example {@code TLSv1.3}
 * @param cipherSuite the suite's standard name
 * @param sniHost the host name that the client asked for, where it asked
 * @param peerCertificates the other side's certificate chain, its own certificate first; empty where it sent none
 * @param verification whether that chain was trusted
 */
public record TlsInfo(
        String protocol,
        String cipherSuite,
        Optional<String> sniHost,
        List<X509Certificate> peerCertificates,
        Verification verification) {
    public TlsInfo {
        peerCertificates = List.copyOf(peerCertificates);
    }

    /** What became of the other side's certificate. */
    public enum Verification {
        /** No certificate was sent. */
        NONE,
        SUCCESS,
        /** Not trusted; only seen with {@link ClientAuth#REPORT}, where such a handshake goes through. */
        FAILED
    }
}
