package cn.lianxin.platform.certificate;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.Certificate;
import java.security.cert.CertificateParsingException;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import org.springframework.boot.ssl.SslBundle;
import org.springframework.boot.ssl.SslBundleKey;
import org.springframework.boot.ssl.SslStoreBundle;

/**
 * What the server shows to a browser, with the key that proves it.
 *
 * @param chain the server's own first, then whoever issued it, and so on
 */
record ServerCertificate(List<X509Certificate> chain, PrivateKey key) {

    private static final String ALIAS = "server";
    private static final char[] IN_MEMORY = ALIAS.toCharArray();
    private static final int DNS = 2;
    private static final int ADDRESS = 7;

    ServerCertificate {
        chain = List.copyOf(chain);
    }

    X509Certificate own() {
        return chain.getFirst();
    }

    Instant begins() {
        return own().getNotBefore().toInstant();
    }

    /** When the first of the chain ends: from then on browsers refuse it. */
    Instant ends() {
        return chain.stream()
                .map(certificate -> certificate.getNotAfter().toInstant())
                .min(Comparator.naturalOrder())
                .orElseThrow();
    }

    /** Names and addresses that it stands for, as written in it. */
    SortedSet<String> hosts() {
        return hostsOf(own());
    }

    boolean covers(Host host) {
        return hosts().stream().anyMatch(written -> written.equals(host.text()) || matches(written, host));
    }

    /** {@code *.mine} stands for one label before it. */
    private static boolean matches(String written, Host host) {
        if (!written.startsWith("*.") || host.isAddress()) {
            return false;
        }
        var parent = host.text().replaceFirst("^[^.]+\\.", "");
        return parent.length() < host.text().length() && parent.equals(written.substring(2));
    }

    static SortedSet<String> hostsOf(X509Certificate certificate) {
        var hosts = new TreeSet<String>();
        try {
            var names = certificate.getSubjectAlternativeNames();
            for (List<?> name : names == null ? List.<List<?>>of() : (Collection<List<?>>) names) {
                if (name.getFirst().equals(ADDRESS)) {
                    hosts.add(Host.of((String) name.get(1)).text());
                } else if (name.getFirst().equals(DNS)) {
                    hosts.add(((String) name.get(1)).toLowerCase(java.util.Locale.ROOT));
                }
            }
        } catch (CertificateParsingException broken) {
            throw new IllegalStateException(broken);
        }
        return hosts;
    }

    SslBundle bundle() {
        try {
            var store = KeyStore.getInstance("PKCS12");
            store.load(null, IN_MEMORY);
            store.setKeyEntry(ALIAS, key, IN_MEMORY, chain.toArray(Certificate[]::new));
            return SslBundle.of(SslStoreBundle.of(store, ALIAS, null), SslBundleKey.of(ALIAS, ALIAS));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }
}
