package cn.lianxin.identity;

import java.text.Normalizer;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Semaphore;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.stereotype.Component;

/**
 * Argon2id, dear on purpose in memory and time. Only as many at once as there are processors: at the change of shift the
 * others wait their turn for some milliseconds, and nobody is refused.
 */
@Component
class PasswordHashing {

    private static final int SALT_BYTES = 16;
    private static final int HASH_BYTES = 32;
    private static final int LANES = 1;
    private static final int MEMORY_KIBIBYTES = 16 * 1024;
    private static final int PASSES = 2;

    private final Argon2PasswordEncoder encoder =
            new Argon2PasswordEncoder(SALT_BYTES, HASH_BYTES, LANES, MEMORY_KIBIBYTES, PASSES);
    private final Semaphore turns = new Semaphore(Runtime.getRuntime().availableProcessors(), true);
    // Beside the start, which need not wait for it.
    private final CompletableFuture<String> nobodys =
            CompletableFuture.supplyAsync(() -> encoder.encode("nobody's password"));

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
        matches(password, nobodys.join());
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
