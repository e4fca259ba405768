package org.clinicdesk.server.platform;

import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.spec.ECGenParameterSpec;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.Date;
import java.util.HexFormat;

import javax.security.auth.x500.X500Principal;

/// The server's key and certificate, made at the first start: nothing listens without TLS. Clients pin the public key,
/// so the certificate can be renewed. An organisation may put its own `server.crt` and `server.key` in their place.
///
/// @param chain PEM
/// @param key PEM, PKCS #8
public record Certificate(Path chain, Path key) {

    private static final Duration LIFE = Duration.ofDays(3650);

    /// The certificate of a folder; several servers of one clinic are given the same.
    public static Certificate in(Path folder, Clock clock) {
        var certificate =
                new Certificate(folder.resolve("server.crt"), folder.resolve("server.key"));
        if (!Files.exists(certificate.chain) || !Files.exists(certificate.key)) {
            certificate.make(clock);
        }
        return certificate;
    }

    private void make(Clock clock) {
        try {
            var pair = keyPair();
            write(key, "PRIVATE KEY", pair.getPrivate().getEncoded());
            write(chain, "CERTIFICATE", selfSigned(pair, clock).getEncoded());
        } catch (GeneralSecurityException | OperatorCreationException e) {
            throw new IllegalStateException("No certificate could be made", e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static KeyPair keyPair() throws GeneralSecurityException {
        var generator = KeyPairGenerator.getInstance("EC");
        generator.initialize(new ECGenParameterSpec("secp256r1"));
        return generator.generateKeyPair();
    }

    private static X509Certificate selfSigned(KeyPair pair, Clock clock)
            throws GeneralSecurityException, OperatorCreationException, IOException {
        var subject = new X500Principal("CN=ClinicDesk");
        var now = clock.instant();
        var builder =
                new JcaX509v3CertificateBuilder(
                        subject,
                        new BigInteger(120, new java.security.SecureRandom()),
                        Date.from(now.minus(Duration.ofDays(1))),
                        Date.from(now.plus(LIFE)),
                        subject,
                        pair.getPublic());
        builder.addExtension(Extension.subjectAlternativeName, false, names());
        return new JcaX509CertificateConverter()
                .getCertificate(
                        builder.build(
                                new JcaContentSignerBuilder("SHA256withECDSA")
                                        .build(pair.getPrivate())));
    }

    private static GeneralNames names() throws IOException {
        return new GeneralNames(
                new GeneralName[] {
                    new GeneralName(GeneralName.dNSName, "localhost"),
                    new GeneralName(GeneralName.dNSName, InetAddress.getLocalHost().getHostName()),
                    new GeneralName(GeneralName.iPAddress, "127.0.0.1")
                });
    }

    /// The key can be read by its owner only, from its first byte on.
    private static void write(Path file, String type, byte[] der) throws IOException {
        var pem =
                "-----BEGIN "
                        + type
                        + "-----\n"
                        + Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(der)
                        + "\n-----END "
                        + type
                        + "-----\n";
        if (file.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            Files.createFile(
                    file,
                    PosixFilePermissions.asFileAttribute(
                            PosixFilePermissions.fromString("rw-------")));
        }
        Files.writeString(
                file,
                pem,
                StandardCharsets.US_ASCII,
                StandardOpenOption.CREATE,
                StandardOpenOption.TRUNCATE_EXISTING);
    }

    /// SHA-256 of the public key, in groups that can be read aloud: what a client shows at its first connection.
    public String fingerprint() {
        try (var in = Files.newInputStream(chain)) {
            var certificate = CertificateFactory.getInstance("X.509").generateCertificate(in);
            var digest =
                    MessageDigest.getInstance("SHA-256")
                            .digest(certificate.getPublicKey().getEncoded());
            return HexFormat.ofDelimiter(":").withUpperCase().formatHex(digest);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Not a certificate: " + chain, e);
        }
    }
}
