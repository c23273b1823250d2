package cn.lianxin.platform.certificate;

import java.time.Instant;
import java.util.List;

/**
 * What a device is asked to trust.
 *
 * @param hosts that it can speak for, and no others
 */
record TrustedRoot(Fingerprint fingerprint, List<String> hosts, Instant until) {

    static TrustedRoot of(Authority authority) {
        return new TrustedRoot(
                Fingerprint.of(authority.root()),
                authority.hosts().stream()
                        .filter(host -> !host.isLoopback())
                        .map(Host::text)
                        .toList(),
                authority.ends());
    }
}
