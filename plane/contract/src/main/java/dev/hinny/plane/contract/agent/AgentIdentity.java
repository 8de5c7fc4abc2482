package dev.hinny.plane.contract.agent;

/**
 * A replica's short-lived client identity.
 *
 * @param certificate PEM chain, leaf first
 * @param privateKey PEM, PKCS#8
 * @param trust PEM of the authority that signs the controller's agent address
 * @param expires ISO-8601 instant after which the certificate is refused
 */
public record AgentIdentity(String certificate, String privateKey, String trust, String expires) {
    @Override
    public String toString() {
        return "AgentIdentity[expires=" + expires + "]";
    }
}
