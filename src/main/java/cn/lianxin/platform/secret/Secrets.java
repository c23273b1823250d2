package cn.lianxin.platform.secret;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Optional;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Locks short texts, such as a telephone number or the key of a gateway, with AES-256-GCM. A copy of the database
 * alone shows none of them.
 */
@Component
public class Secrets {

    private static final Logger LOG = LoggerFactory.getLogger(Secrets.class);
    private static final int NONCE = 12;
    private static final int TAG_BITS = 128;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final SecretKeys keys;

    Secrets(SecretKeys keys) {
        this.keys = keys;
    }

    /**
     * The text, locked: the mark of the key, a nonce, what is enciphered.
     *
     * @param place where it is kept, such as {@code contact:12:mail}; moved to another place it does not open
     */
    public byte[] lock(String clear, String place) {
        var key = keys.first();
        var nonce = new byte[NONCE];
        RANDOM.nextBytes(nonce);
        var enciphered = run(Cipher.ENCRYPT_MODE, key, nonce, place, clear.getBytes(StandardCharsets.UTF_8));
        return ByteBuffer.allocate(SecretKeys.MARK + NONCE + enciphered.length)
                .put(key.mark())
                .put(nonce)
                .put(enciphered)
                .array();
    }

    /** Fails where the key is another one or the text was locked for another place. */
    public String unlock(byte[] locked, String place) {
        var key = keys.marked(Arrays.copyOf(locked, SecretKeys.MARK));
        var nonce = Arrays.copyOfRange(locked, SecretKeys.MARK, SecretKeys.MARK + NONCE);
        var enciphered = Arrays.copyOfRange(locked, SecretKeys.MARK + NONCE, locked.length);
        return new String(run(Cipher.DECRYPT_MODE, key, nonce, place, enciphered), StandardCharsets.UTF_8);
    }

    /** Empty where it cannot be unlocked, so that its owner can give it anew. */
    public Optional<String> unlockIfPossible(byte[] locked, String place) {
        try {
            return Optional.of(unlock(locked, place));
        } catch (IllegalStateException lost) {
            LOG.warn("{}", lost.getMessage());
            return Optional.empty();
        }
    }

    private static byte[] run(int mode, SecretKeys.Marked key, byte[] nonce, String place, byte[] text) {
        try {
            var cipher = Cipher.getInstance("AES/GCM/NoPadding");
            cipher.init(mode, key.key(), new GCMParameterSpec(TAG_BITS, nonce));
            cipher.updateAAD(place.getBytes(StandardCharsets.UTF_8));
            return cipher.doFinal(text);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("cannot be unlocked here: " + place, e);
        }
    }
}
