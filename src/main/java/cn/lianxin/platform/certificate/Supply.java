package cn.lianxin.platform.certificate;

import java.time.Instant;
import java.util.Optional;

/** Where the server's certificate comes from. */
sealed interface Supply permits EnterpriseFiles, OwnAuthority {

    /**
     * What should be in force now.
     *
     * @param inForce what is, empty at the start
     * @throws CertificateTrouble where there is nothing that a browser would accept
     */
    ServerCertificate at(Instant now, Optional<ServerCertificate> inForce);
}
