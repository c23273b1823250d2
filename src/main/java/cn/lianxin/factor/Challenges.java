package cn.lianxin.factor;

import cn.lianxin.platform.secret.Secrets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.HexFormat;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * What a device has to sign, so that an old signature is worth nothing. A challenge carries its end and is sealed by the key
 * of the installation: whoever asks for a thousand leaves no row behind. Each is answered once.
 */
@Component
class Challenges {

    static final Duration LIFE = Duration.ofMinutes(5);

    /** Nothing shorter was sealed here. */
    private static final int SHORTEST = 32;

    private final Secrets secrets;
    private final JdbcClient database;
    private final Clock clock;

    Challenges(Secrets secrets, JdbcClient database, Clock clock) {
        this.secrets = secrets;
        this.database = database;
        this.clock = clock;
    }

    /** @param purpose for which alone it is good, such as {@code sign-in} */
    String fresh(String purpose) {
        var end = Long.toString(clock.instant().plus(LIFE).getEpochSecond());
        return Base64.getUrlEncoder().withoutPadding().encodeToString(secrets.lock(end, place(purpose)));
    }

    /** Whether it is one of ours, for this purpose, in time, and the first answer to it. */
    boolean redeem(byte[] challenge, String purpose) {
        if (challenge.length < SHORTEST) {
            return false;
        }
        var now = clock.instant();
        return secrets.unlockIfPossible(challenge, place(purpose))
                .map(end -> Instant.ofEpochSecond(Long.parseLong(end)))
                .filter(end -> end.isAfter(now) && isFirst(challenge, end, now))
                .isPresent();
    }

    private boolean isFirst(byte[] challenge, Instant end, Instant now) {
        database.sql("delete from factor.used_challenge where ends_at <= :now")
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update();
        return database.sql("""
                insert into factor.used_challenge (digest, ends_at) values (:digest, :end)
                on conflict (digest) do nothing
                """)
                        .param("digest", digest(challenge))
                        .param("end", end.atOffset(ZoneOffset.UTC))
                        .update()
                > 0;
    }

    private static String place(String purpose) {
        return "challenge:" + purpose;
    }

    private static String digest(byte[] challenge) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(challenge));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
