package dev.hinny.plane.server.pki;

import dev.hinny.base.Problem;
import dev.hinny.base.ProblemException;
import dev.hinny.plane.contract.agent.AgentIdentity;
import dev.hinny.plane.store.Modes;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.PKCS8EncodedKeySpec;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collection;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import javax.security.auth.x500.X500Principal;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.cert.CertIOException;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509ExtensionUtils;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/** A root certificate made once, and what it signs: server certificates for names, short-lived client certificates for replicas. */
public final class LocalCa {
    private static final Duration ROOT_LIFE = Duration.ofDays(3650);
    private static final Duration SERVER_LIFE = Duration.ofDays(397);
    private static final Duration SERVER_RENEWAL = Duration.ofDays(60);
    private static final SecureRandom RANDOM = new SecureRandom();

    private final Path directory;
    private final X509Certificate root;
    private final PrivateKey key;

    /** Reads the authority below the directory, or makes it. */
    public static LocalCa open(Path directory) {
        try {
            Modes.privateDirectory(directory);
            Path certificate = directory.resolve("ca.pem");
            Path key = directory.resolve("ca.key");
            if (!Files.exists(certificate) || !Files.exists(key)) {
                KeyPair pair = pair();
                X509Certificate made = root(pair);
                Modes.writePrivate(
                        key, pem("PRIVATE KEY", pair.getPrivate().getEncoded()).getBytes(StandardCharsets.US_ASCII));
                Modes.writePrivate(
                        certificate, pem("CERTIFICATE", made.getEncoded()).getBytes(StandardCharsets.US_ASCII));
            }
            return new LocalCa(directory, certificate(Files.readString(certificate)), key(Files.readString(key)));
        } catch (IOException | GeneralSecurityException | OperatorCreationException e) {
            throw new ProblemException(
                    Problem.error(
                            "LOCAL-CA",
                            null,
                            "the certificate authority in '" + directory + "' cannot be used: " + e.getMessage(),
                            "restore its files from a backup, or remove all of them to have a new one made"),
                    e);
        }
    }

    private LocalCa(Path directory, X509Certificate root, PrivateKey key) {
        this.directory = directory;
        this.root = root;
        this.key = key;
    }

    /** What clients have to trust. */
    public Path certificateFile() {
        return directory.resolve("ca.pem");
    }

    public X509Certificate certificate() {
        return root;
    }

    public String certificatePem() {
        try {
            return pem("CERTIFICATE", root.getEncoded());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /**
     * A server's certificate, kept in files and made anew when it is about to expire or names are missing.
     *
     * @param names host names and addresses
     */
    public Issued server(String file, List<String> names) {
        Path certificate = directory.resolve(file + ".pem");
        Path privateKey = directory.resolve(file + ".key");
        try {
            if (Files.exists(certificate) && Files.exists(privateKey)) {
                X509Certificate kept = certificate(Files.readString(certificate));
                Instant expires = kept.getNotAfter().toInstant();
                if (expires.isAfter(Instant.now().plus(SERVER_RENEWAL))
                        && namesOf(kept).containsAll(names)) {
                    return new Issued(Files.readString(certificate), Files.readString(privateKey), expires);
                }
            }
            Issued made = issue("CN=" + names.getFirst(), names, KeyPurposeId.id_kp_serverAuth, SERVER_LIFE);
            Modes.writePrivate(privateKey, made.privateKey().getBytes(StandardCharsets.US_ASCII));
            Modes.writePrivate(certificate, made.certificate().getBytes(StandardCharsets.US_ASCII));
            return made;
        } catch (IOException | GeneralSecurityException e) {
            throw new ProblemException(
                    Problem.error(
                            "LOCAL-CA",
                            null,
                            "the certificate '" + certificate + "' cannot be used: " + e.getMessage()),
                    e);
        }
    }

    /** A client certificate whose common name is the replica's id. */
    public AgentIdentity identity(String replicaId, Duration life) {
        Issued issued = issue("CN=" + replicaId, List.of(), KeyPurposeId.id_kp_clientAuth, life);
        return new AgentIdentity(
                issued.certificate(),
                issued.privateKey(),
                certificatePem(),
                issued.expires().toString());
    }

    private Issued issue(String subject, List<String> names, KeyPurposeId purpose, Duration life) {
        try {
            KeyPair pair = pair();
            Instant expires = Instant.now().plus(life);
            JcaX509v3CertificateBuilder builder = new JcaX509v3CertificateBuilder(
                    root.getSubjectX500Principal(),
                    serial(),
                    Date.from(Instant.now().minus(Duration.ofMinutes(5))),
                    Date.from(expires),
                    new X500Principal(subject),
                    pair.getPublic());
            JcaX509ExtensionUtils utils = new JcaX509ExtensionUtils();
            builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(false))
                    .addExtension(Extension.keyUsage, true, new KeyUsage(KeyUsage.digitalSignature))
                    .addExtension(Extension.extendedKeyUsage, false, new ExtendedKeyUsage(purpose))
                    .addExtension(Extension.authorityKeyIdentifier, false, utils.createAuthorityKeyIdentifier(root))
                    .addExtension(
                            Extension.subjectKeyIdentifier, false, utils.createSubjectKeyIdentifier(pair.getPublic()));
            if (!names.isEmpty()) {
                builder.addExtension(Extension.subjectAlternativeName, false, alternatives(names));
            }
            X509Certificate leaf = new JcaX509CertificateConverter()
                    .getCertificate(builder.build(new JcaContentSignerBuilder("SHA256withECDSA").build(key)));
            return new Issued(
                    pem("CERTIFICATE", leaf.getEncoded()) + certificatePem(),
                    pem("PRIVATE KEY", pair.getPrivate().getEncoded()),
                    expires);
        } catch (GeneralSecurityException | OperatorCreationException | CertIOException e) {
            throw new IllegalStateException("cannot sign a certificate for '" + subject + "'", e);
        }
    }

    private static X509Certificate root(KeyPair pair)
            throws GeneralSecurityException, OperatorCreationException, IOException {
        // The serial number in the name keeps two platforms' roots apart in one trust store.
        BigInteger serial = serial();
        X500Principal name =
                new X500Principal("CN=Hinny local CA " + serial.toString(36).substring(0, 6) + ",O=Hinny");
        Instant now = Instant.now();
        JcaX509v3CertificateBuilder builder = new JcaX509v3CertificateBuilder(
                name,
                serial,
                Date.from(now.minus(Duration.ofMinutes(5))),
                Date.from(now.plus(ROOT_LIFE)),
                name,
                pair.getPublic());
        builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(0))
                .addExtension(Extension.keyUsage, true, new KeyUsage(KeyUsage.keyCertSign | KeyUsage.cRLSign))
                .addExtension(
                        Extension.subjectKeyIdentifier,
                        false,
                        new JcaX509ExtensionUtils().createSubjectKeyIdentifier(pair.getPublic()));
        return new JcaX509CertificateConverter()
                .getCertificate(builder.build(new JcaContentSignerBuilder("SHA256withECDSA").build(pair.getPrivate())));
    }

    private static GeneralNames alternatives(List<String> names) {
        List<GeneralName> all = new ArrayList<>();
        for (String name : names) {
            boolean address = name.matches("[0-9.]+") || name.contains(":");
            all.add(new GeneralName(address ? GeneralName.iPAddress : GeneralName.dNSName, name));
        }
        return new GeneralNames(all.toArray(GeneralName[]::new));
    }

    private static List<String> namesOf(X509Certificate certificate) throws GeneralSecurityException {
        return Optional.ofNullable(certificate.getSubjectAlternativeNames()).stream()
                .flatMap(Collection::stream)
                .map(name -> String.valueOf(name.get(1)).replace("0:0:0:0:0:0:0:1", "::1"))
                .toList();
    }

    private static KeyPair pair() throws GeneralSecurityException {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
        generator.initialize(new ECGenParameterSpec("secp256r1"));
        return generator.generateKeyPair();
    }

    private static BigInteger serial() {
        return new BigInteger(127, RANDOM).setBit(126);
    }

    private static String pem(String type, byte[] encoded) {
        return "-----BEGIN " + type + "-----\n"
                + Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(encoded) + "\n-----END " + type
                + "-----\n";
    }

    private static X509Certificate certificate(String pem) throws GeneralSecurityException {
        return (X509Certificate) CertificateFactory.getInstance("X.509")
                .generateCertificate(new ByteArrayInputStream(pem.getBytes(StandardCharsets.US_ASCII)));
    }

    private static PrivateKey key(String pem) throws GeneralSecurityException {
        String base64 = pem.replaceAll("-----[A-Z ]+-----", "").replaceAll("\\s", "");
        return KeyFactory.getInstance("EC")
                .generatePrivate(new PKCS8EncodedKeySpec(Base64.getDecoder().decode(base64)));
    }
}
