package cn.lianxin.factor;

import cn.lianxin.identity.DeviceKind;
import cn.lianxin.kernel.PersonId;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;

/**
 * 通行密钥: a key that a phone or computer uses after a look at finger, face or its own code. Texts are base 64 for addresses.
 *
 * @param id by which the device knows it
 * @param site the name of this installation for which it was made
 * @param credential its public half, as the device has attested it
 * @param counter of uses, 0 for ever on most devices
 * @param device on which it was made
 */
record Passkey(
        String id,
        PersonId person,
        String site,
        String credential,
        long counter,
        boolean backupEligible,
        DeviceKind device,
        Instant since,
        Optional<Instant> usedAt) {

    /** What a device keeps of its owner; a number of ours and nothing else. */
    static String handleOf(PersonId person) {
        var bytes = ByteBuffer.allocate(Long.BYTES).putLong(person.value()).array();
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
