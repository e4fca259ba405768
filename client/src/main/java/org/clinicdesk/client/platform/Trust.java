package org.clinicdesk.client.platform;

import java.net.Socket;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.util.HexFormat;

import javax.net.ssl.SSLEngine;
import javax.net.ssl.X509ExtendedTrustManager;

/// Trust on first use: a clinic's server has a certificate of its own, so the desk remembers the SHA-256 of its public key
/// and refuses any other. The key, not the certificate: a renewed certificate needs no new question.
///
/// An unknown key is never taken silently: the call fails with [Refused] and a person compares the fingerprint. The servers
/// of one clinic have one key, so what a person confirmed at one of this desk's addresses holds at the others: nobody is
/// asked in the minute in which a server dies.
public final class Trust {

    private final Settings settings;

    public Trust(Settings settings) {
        this.settings = settings;
    }

    /// Remembers the key that a person confirmed.
    public void accept(Address address, String fingerprint) {
        settings.pin(address, fingerprint);
    }

    X509ExtendedTrustManager managerFor(Address address) {
        return new Pinned(address);
    }

    private void check(Address address, X509Certificate[] chain) throws CertificateException {
        if (chain.length == 0) {
            throw new CertificateException("The server showed no certificate");
        }
        var shown = fingerprint(chain[0]);
        var known = settings.pin(address);
        if (!(known.isEmpty() ? confirmedBeside(shown) : known.get().equals(shown))) {
            throw new Refused(address, shown, known.isPresent());
        }
    }

    /// Whether another server of this desk has the key, so that whoever shows it is the same clinic.
    private boolean confirmedBeside(String shown) {
        return Address.list(settings.servers()).stream()
                .anyMatch(beside -> settings.pin(beside).filter(shown::equals).isPresent());
    }

    /// SHA-256 of the public key, as pairs of hexadecimal digits that people can compare.
    public static String fingerprint(X509Certificate certificate) {
        try {
            var hash =
                    MessageDigest.getInstance("SHA-256")
                            .digest(certificate.getPublicKey().getEncoded());
            return HexFormat.ofDelimiter(":").withUpperCase().formatHex(hash);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /// The key shown is not the one known for the address.
    public static final class Refused extends CertificateException {

        private final transient Address address;
        private final String fingerprint;
        private final boolean known;

        Refused(Address address, String fingerprint, boolean known) {
            super(
                    known
                            ? "The key of " + address + " changed"
                            : "The key of " + address + " is not known yet");
            this.address = address;
            this.fingerprint = fingerprint;
            this.known = known;
        }

        public Address address() {
            return address;
        }

        public String fingerprint() {
            return fingerprint;
        }

        /// Another key is known for the address: a fault or an attack, not a first meeting.
        public boolean known() {
            return known;
        }
    }

    /// Extended, so that the check of the host name, which a private server on an IP address cannot pass, is replaced too.
    private final class Pinned extends X509ExtendedTrustManager {

        private final Address address;

        private Pinned(Address address) {
            this.address = address;
        }

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String type, SSLEngine engine)
                throws CertificateException {
            check(address, chain);
        }

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String type, Socket socket)
                throws CertificateException {
            check(address, chain);
        }

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String type)
                throws CertificateException {
            check(address, chain);
        }

        @Override
        public void checkClientTrusted(X509Certificate[] chain, String type, SSLEngine engine)
                throws CertificateException {
            refuseClients();
        }

        @Override
        public void checkClientTrusted(X509Certificate[] chain, String type, Socket socket)
                throws CertificateException {
            refuseClients();
        }

        @Override
        public void checkClientTrusted(X509Certificate[] chain, String type)
                throws CertificateException {
            refuseClients();
        }

        private static void refuseClients() throws CertificateException {
            throw new CertificateException("A desk accepts no connections");
        }

        @Override
        public X509Certificate[] getAcceptedIssuers() {
            return new X509Certificate[0];
        }
    }
}
