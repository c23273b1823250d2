package cn.lianxin.platform.certificate;

import java.time.Clock;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.ssl.SslBundleRegistrar;
import org.springframework.boot.ssl.SslBundleRegistry;

/**
 * The certificate that browsers are shown at this moment. Another takes its place while people work: connections that are open
 * stay open, new ones see the new one.
 */
class CertificateInForce implements SslBundleRegistrar {

    private static final Logger LOG = LoggerFactory.getLogger(CertificateInForce.class);

    private final Supply supply;
    private final Clock clock;
    private volatile ServerCertificate current;
    private volatile @Nullable CertificateTrouble trouble;
    private @Nullable SslBundleRegistry registry;

    /** Refuses what no browser would accept, before anything else of the installation has begun. */
    CertificateInForce(Supply supply, Clock clock) {
        this.supply = supply;
        this.clock = clock;
        this.current = supply.at(clock.instant(), Optional.empty());
    }

    @Override
    public synchronized void registerBundles(SslBundleRegistry registry) {
        this.registry = registry;
        registry.registerBundle(HttpsByAddress.BUNDLE, current.bundle());
    }

    ServerCertificate current() {
        return current;
    }

    /** Why the enterprise's new files are not in force, though they lie there. */
    Optional<CertificateTrouble> trouble() {
        return Optional.ofNullable(trouble);
    }

    Optional<OwnAuthority> own() {
        return supply instanceof OwnAuthority own ? Optional.of(own) : Optional.empty();
    }

    /** Whether another has come into force. */
    synchronized boolean look() {
        try {
            var next = supply.at(clock.instant(), Optional.of(current));
            trouble = null;
            return !next.chain().equals(current.chain()) && put(next);
        } catch (CertificateTrouble found) {
            if (trouble == null || !found.sentence().equals(trouble.sentence())) {
                LOG.warn("the certificate in force stays: {}", found.sentence());
            }
            trouble = found;
            return false;
        }
    }

    synchronized void renew(OwnAuthority own) {
        put(own.issue(clock.instant()));
    }

    private boolean put(ServerCertificate next) {
        if (registry != null) {
            registry.updateBundle(HttpsByAddress.BUNDLE, next.bundle());
        }
        current = next;
        LOG.info("a new certificate is in force until {}", next.ends());
        return true;
    }
}
