package cn.lianxin.platform.certificate;

import java.time.Instant;
import java.util.List;
import java.util.SortedSet;
import org.jspecify.annotations.Nullable;

/**
 * The certificate in force as an administrator reads it.
 *
 * @param renews when another is issued by itself; never, where the enterprise gives it
 * @param leftOut hosts that the authority was not founded for
 * @param trouble why new files of the enterprise are not in force
 */
record ShownCertificate(
        String issuer,
        List<String> hosts,
        Instant from,
        Instant until,
        Fingerprint fingerprint,
        @Nullable Instant renews,
        @Nullable TrustedRoot root,
        List<String> leftOut,
        @Nullable CertificateTrouble trouble) {

    static ShownCertificate of(CertificateInForce inForce) {
        var current = inForce.current();
        var own = inForce.own();
        return new ShownCertificate(
                current.own().getIssuerX500Principal().getName(),
                reachable(current.hosts()),
                current.begins(),
                current.ends(),
                Fingerprint.of(current.own()),
                own.map(_ -> current.ends().minus(OwnAuthority.RENEWED_BEFORE_END))
                        .orElse(null),
                own.map(OwnAuthority::authority).map(TrustedRoot::of).orElse(null),
                own.map(OwnAuthority::leftOut).stream()
                        .flatMap(SortedSet::stream)
                        .map(Host::text)
                        .toList(),
                inForce.trouble().orElse(null));
    }

    /** What other machines reach; every certificate of ours stands for the machine itself too. */
    private static List<String> reachable(SortedSet<String> hosts) {
        var itself = Hosts.THE_MACHINE_ITSELF.stream().map(Host::text).toList();
        var others = hosts.stream().filter(host -> !itself.contains(host)).toList();
        return others.isEmpty() ? itself : others;
    }
}
