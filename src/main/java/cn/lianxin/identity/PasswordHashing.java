package cn.lianxin.identity;

import java.security.SecureRandom;
import java.text.Normalizer;
import java.util.Base64;
import java.util.concurrent.Semaphore;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.stereotype.Component;

/**
 * Argon2id, dear on purpose in memory and time: as much as OWASP's Password Storage Cheat Sheet asks for at least. Only as many at once as there are processors: at the change of shift the
 * others wait their turn for some milliseconds, and nobody is refused.
 */
@Component
class PasswordHashing {

    private static final int SALT_BYTES = 16;
    private static final int HASH_BYTES = 32;
    private static final int LANES = 1;
    private static final int MEMORY_KIBIBYTES = 19 * 1024;
    private static final int PASSES = 2;

    private final Argon2PasswordEncoder encoder =
            new Argon2PasswordEncoder(SALT_BYTES, HASH_BYTES, LANES, MEMORY_KIBIBYTES, PASSES);
    private final Semaphore turns = new Semaphore(Runtime.getRuntime().availableProcessors(), true);
    private final String nobodys = ofNoPassword();

    String hash(String password) {
        turns.acquireUninterruptibly();
        try {
            return encoder.encode(normal(password));
        } finally {
            turns.release();
        }
    }

    boolean matches(String password, String hash) {
        turns.acquireUninterruptibly();
        try {
            return encoder.matches(normal(password), hash);
        } finally {
            turns.release();
        }
    }

    /** As much work as {@link #matches}, so that the clock does not tell which staff numbers have an account. */
    void matchNobody(String password) {
        matches(password, nobodys);
    }

    /** In the form of a hash and by lot: to make a real one would be the dearest thing that a start does. */
    static String ofNoPassword() {
        return "$argon2id$v=19$m=%d,t=%d,p=%d$%s$%s"
                .formatted(MEMORY_KIBIBYTES, PASSES, LANES, byLot(SALT_BYTES), byLot(HASH_BYTES));
    }

    private static String byLot(int count) {
        var bytes = new byte[count];
        new SecureRandom().nextBytes(bytes);
        return Base64.getEncoder().withoutPadding().encodeToString(bytes);
    }

    /** Whether it was made with less work than we ask for today. */
    boolean isOutdated(String hash) {
        return encoder.upgradeEncoding(hash);
    }

    /** A password typed in full-width letters on another keyboard is the same password. */
    private static String normal(String password) {
        return Normalizer.normalize(password, Normalizer.Form.NFKC);
    }
}
