package cn.lianxin.platform.vault;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.TinkProtoKeysetFormat;
import com.google.crypto.tink.aead.AeadConfig;
import com.google.crypto.tink.aead.PredefinedAeadParameters;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;

/**
 * The keys that wrap the keys of the entries: the first wraps, each unwraps. The library is woken up with the first use of
 * this class, and not by the start of the product.
 */
final class WrappingKeys {

    /** What one entry holds: its own key, wrapped, and under it the text. */
    record Envelope(int wrappedBy, byte[] key, byte[] text) {}

    static {
        try {
            AeadConfig.register();
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private final KeysetHandle keys;

    private WrappingKeys(KeysetHandle keys) {
        this.keys = keys;
    }

    static WrappingKeys generate() {
        return new WrappingKeys(generated());
    }

    static WrappingKeys parse(byte[] bytes) {
        try {
            return new WrappingKeys(TinkProtoKeysetFormat.parseKeyset(bytes, InsecureSecretKeyAccess.get()));
        } catch (GeneralSecurityException broken) {
            throw new IllegalStateException("the file of the vault's keys is damaged", broken);
        }
    }

    byte[] bytes() {
        try {
            return TinkProtoKeysetFormat.serializeKeyset(keys, InsecureSecretKeyAccess.get());
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    int current() {
        return keys.getPrimary().getId();
    }

    boolean isAlone() {
        return keys.size() == 1;
    }

    boolean has(int key) {
        for (var at = 0; at < keys.size(); at++) {
            if (keys.getAt(at).getId() == key) {
                return true;
            }
        }
        return false;
    }

    /** The same, and a new one before them. */
    WrappingKeys withNewFirst() {
        try {
            var next = KeysetHandle.generateEntryFromParameters(PredefinedAeadParameters.AES256_GCM)
                    .withRandomId()
                    .makePrimary();
            return new WrappingKeys(KeysetHandle.newBuilder(keys).addEntry(next).build());
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** The first of them alone. */
    WrappingKeys firstOnly() {
        try {
            var first = keys.getPrimary();
            var entry = KeysetHandle.importKey(first.getKey())
                    .withFixedId(first.getId())
                    .makePrimary();
            return new WrappingKeys(KeysetHandle.newBuilder().addEntry(entry).build());
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** @param place where it is kept; at another place it does not open */
    Envelope seal(byte[] text, String place) {
        try {
            var own = generated();
            var bound = place.getBytes(StandardCharsets.UTF_8);
            return new Envelope(current(), wrap(own, bound), aead(own).encrypt(text, bound));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** Fails where the key is another one, where it was kept at another place, or where a bit was changed. */
    byte[] open(Envelope envelope, String place) {
        try {
            var bound = place.getBytes(StandardCharsets.UTF_8);
            return aead(unwrap(envelope, bound)).decrypt(envelope.text(), bound);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("does not open under the keys of the vault: " + place, e);
        }
    }

    /** The same text under the same key of its own, which the first of these wraps now. */
    Envelope rewrap(Envelope envelope, String place) {
        try {
            var bound = place.getBytes(StandardCharsets.UTF_8);
            return new Envelope(current(), wrap(unwrap(envelope, bound), bound), envelope.text());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("does not open under the keys of the vault: " + place, e);
        }
    }

    private byte[] wrap(KeysetHandle own, byte[] bound) throws GeneralSecurityException {
        return TinkProtoKeysetFormat.serializeEncryptedKeyset(own, aead(keys), bound);
    }

    private KeysetHandle unwrap(Envelope envelope, byte[] bound) throws GeneralSecurityException {
        return TinkProtoKeysetFormat.parseEncryptedKeyset(envelope.key(), aead(keys), bound);
    }

    private static Aead aead(KeysetHandle keys) throws GeneralSecurityException {
        return keys.getPrimitive(RegistryConfiguration.get(), Aead.class);
    }

    private static KeysetHandle generated() {
        try {
            return KeysetHandle.generateNew(PredefinedAeadParameters.AES256_GCM);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
