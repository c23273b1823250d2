package cn.lianxin.platform.certificate;

import cn.lianxin.platform.web.Screen;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import org.bouncycastle.asn1.ASN1OctetString;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x500.X500NameBuilder;
import org.bouncycastle.asn1.x500.style.BCStyle;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.NameConstraints;
import org.bouncycastle.cert.jcajce.JcaX509CertificateHolder;
import org.bouncycastle.cert.jcajce.JcaX509ExtensionUtils;

/**
 * 根证书: the installation's own authority. Devices trust its root. The root's key signs one issuer and is forgotten in the
 * same breath; the issuer may speak for these hosts and no others. That limit stands in both, because every browser checks
 * it in an issuer, while some overlook limits in what they were told to trust.
 *
 * @param key of the issuer
 */
record Authority(X509Certificate root, X509Certificate issuer, PrivateKey key) {

    /** Phones refuse a server's that lives longer than 825 days, strict ones longer than 398. */
    private static final Duration SERVER_LIFE = Duration.ofDays(397);

    /** A new root means a walk to every device. */
    private static final Duration LIFE = Duration.ofDays(20 * 365);

    /** Clocks of old phones go wrong. */
    private static final Duration CLOCKS_DIFFER = Duration.ofDays(1);

    private static final String NAME = "连心 Lianxin ";
    private static final int LONGEST_NAME = 64;

    static Authority found(String enterprise, SortedSet<Host> hosts, Instant now) {
        var rootKeys = CertificateDraft.newKeys();
        var keys = CertificateDraft.newKeys();
        var founded = NAME + LocalDate.ofInstant(now, Screen.ZONE);
        var rootName = name(founded, enterprise);
        var from = now.minus(CLOCKS_DIFFER);
        var until = now.plus(LIFE);
        var root = new CertificateDraft(rootName, rootKeys.getPublic(), rootName, rootKeys.getPublic(), from, until)
                .authority(1, hosts)
                .signedBy(rootKeys.getPrivate());
        var issuer = new CertificateDraft(
                        rootName,
                        rootKeys.getPublic(),
                        name(founded + " 签发", enterprise),
                        keys.getPublic(),
                        from,
                        until)
                .authority(0, hosts)
                .forServersOnly()
                .signedBy(rootKeys.getPrivate());
        return new Authority(root, issuer, keys.getPrivate());
    }

    ServerCertificate issue(SortedSet<Host> hosts, Instant now) {
        var keys = CertificateDraft.newKeys();
        var from = now.minus(CLOCKS_DIFFER);
        var until = from.plus(SERVER_LIFE).isBefore(ends()) ? from.plus(SERVER_LIFE) : ends();
        var own = new CertificateDraft(
                        subjectOf(issuer),
                        issuer.getPublicKey(),
                        name(hosts.first().text(), ""),
                        keys.getPublic(),
                        from,
                        until)
                .server(hosts)
                .forServersOnly()
                .signedBy(key);
        return new ServerCertificate(List.of(own, issuer), keys.getPrivate());
    }

    boolean issued(ServerCertificate certificate) {
        return certificate.chain().size() == 2 && certificate.chain().get(1).equals(issuer);
    }

    boolean permits(Host host) {
        return hosts().stream().anyMatch(permitted -> permitted.permits(host));
    }

    Instant ends() {
        return root.getNotAfter().toInstant();
    }

    /** Those that it was founded for. */
    SortedSet<Host> hosts() {
        try {
            var limits = NameConstraints.getInstance(JcaX509ExtensionUtils.parseExtensionValue(
                    issuer.getExtensionValue(Extension.nameConstraints.getId())));
            var hosts = new TreeSet<Host>();
            for (var subtree : limits.getPermittedSubtrees()) {
                hosts.add(hostOf(subtree.getBase()));
            }
            return hosts;
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    private static Host hostOf(GeneralName base) throws IOException {
        if (base.getTagNo() != GeneralName.iPAddress) {
            return Host.of(base.getName().toString());
        }
        var withMask = ASN1OctetString.getInstance(base.getName()).getOctets();
        return Host.of(InetAddress.getByAddress(Arrays.copyOf(withMask, withMask.length / 2)));
    }

    void save(Path file) throws IOException {
        Pem.write(file, key, List.of(issuer, root));
    }

    /** Refuses a file that holds no authority: a device would never trust what would be made in its place. */
    static Authority load(Path file) {
        var pem = Pem.read(file);
        if (pem.certificates().size() != 2 || pem.keys().size() != 1) {
            throw new CertificateTrouble("broken", file.toString());
        }
        return new Authority(
                pem.certificates().get(1), pem.certificates().get(0), pem.keys().getFirst());
    }

    static boolean standsIn(Path file) {
        return Files.exists(file);
    }

    private static X500Name name(String common, String organization) {
        var name = new X500NameBuilder(BCStyle.INSTANCE)
                .addRDN(BCStyle.CN, common.substring(0, Math.min(LONGEST_NAME, common.length())));
        return organization.isBlank()
                ? name.build()
                : name.addRDN(BCStyle.O, organization.substring(0, Math.min(LONGEST_NAME, organization.length())))
                        .build();
    }

    /** Byte for byte as the issuer has it, or browsers find no chain. */
    private static X500Name subjectOf(X509Certificate certificate) {
        try {
            return new JcaX509CertificateHolder(certificate).getSubject();
        } catch (java.security.cert.CertificateEncodingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
