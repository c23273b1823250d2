package cn.lianxin.raising;

import cn.lianxin.concern.ConcernKind;
import cn.lianxin.kernel.Refusal;
import cn.lianxin.kernel.UnitId;
import cn.lianxin.platform.attachment.Attachments;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Drafts by an unguessable token; whoever has the address of a draft has the draft. */
@Component
class Drafts {

    private static final Duration LIFE = Duration.ofDays(7);

    private final JdbcClient database;
    private final Attachments attachments;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    Drafts(JdbcClient database, Attachments attachments, Clock clock) {
        this.database = database;
        this.attachments = attachments;
        this.clock = clock;
    }

    /** 144 random bits, safe in an address. */
    String newToken() {
        var bytes = new byte[18];
        random.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    static boolean isToken(String text) {
        return text.matches("[A-Za-z0-9_-]{24}");
    }

    Optional<Draft> find(String token) {
        return database.sql("""
                select token, words, kind, matter, place, unit, attachments from raising.draft where token = :token
                """)
                .param("token", token)
                .query((row, _) -> new Draft(
                        row.getString("token"),
                        row.getString("words"),
                        Optional.ofNullable(row.getString("kind")).map(ConcernKind::valueOf),
                        Optional.ofNullable(row.getString("matter")),
                        row.getString("place"),
                        Optional.ofNullable(row.getObject("unit", Long.class)).map(UnitId::new),
                        List.of((UUID[]) row.getArray("attachments").getArray())))
                .optional();
    }

    void save(Draft draft) {
        database.sql("""
                insert into raising.draft (token, words, kind, matter, place, unit, attachments, changed_at)
                values (:token, :words, :kind, :matter, :place, :unit, :attachments, :now)
                on conflict (token) do update
                set words = excluded.words, kind = excluded.kind, matter = excluded.matter, place = excluded.place,
                    unit = excluded.unit, attachments = excluded.attachments, changed_at = excluded.changed_at
                """)
                .param("token", draft.token())
                .param("words", draft.words())
                .param("kind", draft.kind().map(Enum::name).orElse(null))
                .param("matter", draft.matter().orElse(null))
                .param("place", draft.place())
                .param("unit", draft.unit().map(UnitId::value).orElse(null))
                .param("attachments", draft.attachments().toArray(UUID[]::new))
                .param("now", Timestamp.from(clock.instant()))
                .update();
    }

    void forget(String token) {
        database.sql("delete from raising.draft where token = :token")
                .param("token", token)
                .update();
    }

    /** Forgets it, and opens nothing under this token ever again: neither a draft nor what was sent with it. */
    @Transactional
    void bury(String token) {
        forget(token);
        database.sql("""
                insert into raising.buried (digest, buried_at) values (:digest, :now) on conflict do nothing
                """)
                .param("digest", digest(token))
                .param("now", Timestamp.from(clock.instant()))
                .update();
    }

    /** Refused as {@code draft-gone} once it was buried. */
    void mustNotBeBuried(String token) {
        if (database.sql("select exists (select 1 from raising.buried where digest = :digest)")
                .param("digest", digest(token))
                .query(Boolean.class)
                .single()) {
            throw new Refusal.Conflict("draft-gone");
        }
    }

    private static String digest(String token) {
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    @Scheduled(fixedDelayString = "PT1H", initialDelayString = "PT5M")
    void forgetOld() {
        database.sql("delete from raising.draft where changed_at < :then")
                .param("then", Timestamp.from(clock.instant().minus(LIFE)))
                .update();
        attachments.discardOlderThan(clock.instant().minus(LIFE).minus(Duration.ofDays(1)));
    }
}
