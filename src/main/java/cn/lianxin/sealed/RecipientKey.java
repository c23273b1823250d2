package cn.lianxin.sealed;

import cn.lianxin.kernel.PersonId;
import cn.lianxin.kernel.UnitId;

/**
 * A key that somebody made on his own device.
 *
 * @param unit in which he was a supervisor then
 * @param publicKey as RFC 7517 has it
 * @param lockedKey its private half under his passphrase
 */
record RecipientKey(String kid, PersonId person, UnitId unit, String publicKey, String lockedKey) {

    String fingerprint() {
        return PublicKey.fingerprint(kid);
    }
}
