package cn.lianxin.platform.certificate;

import cn.lianxin.platform.web.Screen;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.cert.CertificateParsingException;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;

/**
 * The enterprise's certificate and its key, two files that somebody renews. Everything is asked that a browser would ask, so
 * that what is in force is always something it accepts.
 *
 * @param hosts that the installation was told to answer for
 */
record EnterpriseFiles(Path certificate, Path key, SortedSet<Host> hosts) implements Supply {

    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");
    private static final String FOR_SERVERS = "1.3.6.1.5.5.7.3.1";

    @Override
    public ServerCertificate at(Instant now, Optional<ServerCertificate> inForce) {
        var chain = Pem.read(certificate).certificates();
        if (chain.isEmpty()) {
            throw trouble("no-certificate");
        }
        var server = new ServerCertificate(chain, keyFor(chain));
        mustBeAChain(chain);
        mustBeValid(chain, now);
        mustBeForServers(server.own());
        mustCoverHosts(server);
        return server;
    }

    private PrivateKey keyFor(List<X509Certificate> chain) {
        var read = Pem.read(key);
        if (read.keys().isEmpty()) {
            throw new CertificateTrouble(read.locked() ? "key-locked" : "no-key", key.toString());
        }
        var found = read.keys().getFirst();
        if (fits(found, chain.getFirst().getPublicKey())) {
            return found;
        }
        var fitsAnother = chain.stream().skip(1).anyMatch(other -> fits(found, other.getPublicKey()));
        throw fitsAnother
                ? trouble("wrong-order")
                : new CertificateTrouble("key-of-another", key.toString(), certificate.toString());
    }

    /** Whether what one signs the other verifies. */
    private static boolean fits(PrivateKey key, PublicKey open) {
        var way =
                switch (key.getAlgorithm()) {
                    case "RSA" -> "SHA256withRSA";
                    case "EC" -> "SHA256withECDSA";
                    default -> throw new CertificateTrouble("key-kind", key.getAlgorithm());
                };
        try {
            var signing = Signature.getInstance(way);
            signing.initSign(key);
            var signature = signing.sign();
            var verifying = Signature.getInstance(way);
            verifying.initVerify(open);
            return verifying.verify(signature);
        } catch (GeneralSecurityException other) {
            return false;
        }
    }

    private void mustBeAChain(List<X509Certificate> chain) {
        for (var place = 1; place < chain.size(); place++) {
            try {
                chain.get(place - 1).verify(chain.get(place).getPublicKey());
            } catch (GeneralSecurityException notItsIssuer) {
                throw new CertificateTrouble(
                        "broken-chain", certificate.toString(), String.valueOf(place), String.valueOf(place + 1));
            }
        }
    }

    private void mustBeValid(List<X509Certificate> chain, Instant now) {
        for (var one : chain) {
            if (now.isBefore(one.getNotBefore().toInstant())) {
                throw trouble("not-yet", moment(one.getNotBefore().toInstant()));
            }
            if (now.isAfter(one.getNotAfter().toInstant())) {
                throw trouble("expired", moment(one.getNotAfter().toInstant()));
            }
        }
    }

    private void mustBeForServers(X509Certificate own) {
        try {
            var purposes = own.getExtendedKeyUsage();
            if (own.getBasicConstraints() >= 0 || purposes != null && !purposes.contains(FOR_SERVERS)) {
                throw trouble("not-for-servers");
            }
        } catch (CertificateParsingException broken) {
            throw trouble("broken");
        }
    }

    private void mustCoverHosts(ServerCertificate server) {
        if (server.hosts().isEmpty()) {
            throw trouble("no-hosts");
        }
        hosts.stream().filter(host -> !server.covers(host)).findFirst().ifPresent(missing -> {
            throw trouble("host-missing", missing.text(), String.join(", ", server.hosts()));
        });
    }

    private CertificateTrouble trouble(String code, String... more) {
        var arguments = new java.util.ArrayList<>(List.of(certificate.toString()));
        arguments.addAll(List.of(more));
        return new CertificateTrouble(code, arguments.toArray(String[]::new));
    }

    private static String moment(Instant instant) {
        return LocalDateTime.ofInstant(instant, Screen.ZONE).format(MOMENT);
    }
}
