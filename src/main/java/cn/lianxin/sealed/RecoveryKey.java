package cn.lianxin.sealed;

import java.time.Instant;

/** The key of the installation, whose private half three people hold in parts. */
record RecoveryKey(String kid, String publicKey, String discipline, String labour, String outsider, Instant madeAt) {

    String fingerprint() {
        return PublicKey.fingerprint(kid);
    }
}
