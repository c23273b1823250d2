package cn.lianxin.platform.certificate;

import java.util.Optional;

/** How this installation is spoken to. */
enum Speaking {
    /** Without HTTPS: on this machine alone, or behind a proxy that has it. */
    PLAIN,
    /** By the certificate of the installation's own authority. */
    OWN,
    /** By a certificate that the enterprise gave. */
    ENTERPRISE;

    static Speaking of(Optional<CertificateInForce> inForce) {
        return inForce.map(certificate -> certificate.own().isPresent() ? OWN : ENTERPRISE)
                .orElse(PLAIN);
    }
}
