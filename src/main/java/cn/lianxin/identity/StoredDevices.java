package cn.lianxin.identity;

import cn.lianxin.kernel.PersonId;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The familiar devices of each person, with what went wrong there. */
@Component
class StoredDevices {

    private static final int MOST = 20;

    /** @param device a digest, or which terminal */
    record Key(PersonId person, String device) {}

    private record Tries(int failures, Optional<Instant> throttledUntil) {}

    private final JdbcClient jdbc;

    StoredDevices(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    boolean isKnown(Key key) {
        return jdbc.sql(
                        "select exists (select 1 from identity.familiar_device where person = :person and device = :device)")
                .param("person", key.person().value())
                .param("device", key.device())
                .query(Boolean.class)
                .single();
    }

    @Transactional
    void keep(Key key, Instant now) {
        jdbc.sql("""
                insert into identity.familiar_device (person, device, failures, seen_at)
                values (:person, :device, 0, :now)
                on conflict (person, device) do update set failures = 0, throttled_until = null, seen_at = :now
                """)
                .param("person", key.person().value())
                .param("device", key.device())
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update();
    }

    void forgive(Key key) {
        jdbc.sql("""
                update identity.familiar_device set failures = 0, throttled_until = null
                where person = :person and device = :device
                """)
                .param("person", key.person().value())
                .param("device", key.device())
                .update();
    }

    /** Those not seen since then, and the oldest where there are too many. */
    void sweep(PersonId person, Instant before) {
        jdbc.sql("""
                delete from identity.familiar_device
                where person = :person and (seen_at < :before or device in (
                    select device from identity.familiar_device where person = :person
                    order by seen_at desc offset :most))
                """)
                .param("person", person.value())
                .param("before", before.atOffset(ZoneOffset.UTC))
                .param("most", MOST)
                .update();
    }

    void forgetAll(PersonId person) {
        jdbc.sql("delete from identity.familiar_device where person = :person")
                .param("person", person.value())
                .update();
    }

    /** Counts before the password is looked at, as {@link SignInAttempts} does. */
    @Transactional
    Optional<Instant> take(Key key, Instant now) {
        jdbc.sql("""
                insert into identity.familiar_device (person, device, failures, seen_at)
                values (:person, :device, 0, :now)
                on conflict (person, device) do nothing
                """)
                .param("person", key.person().value())
                .param("device", key.device())
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update();
        var tries = lock(key);
        var resting = tries.throttledUntil().filter(now::isBefore);
        if (resting.isEmpty()) {
            var failures = tries.failures() + 1;
            jdbc.sql("""
                    update identity.familiar_device
                    set failures = :failures, throttled_until = cast(:until as timestamptz)
                    where person = :person and device = :device
                    """)
                    .param("failures", failures)
                    .param(
                            "until",
                            Throttle.restAfter(failures, now)
                                    .map(until -> until.atOffset(ZoneOffset.UTC))
                                    .orElse(null))
                    .param("person", key.person().value())
                    .param("device", key.device())
                    .update();
        }
        return resting;
    }

    private Tries lock(Key key) {
        return jdbc.sql("""
                select failures, throttled_until from identity.familiar_device
                where person = :person and device = :device for update
                """)
                .param("person", key.person().value())
                .param("device", key.device())
                .query((row, _) -> new Tries(
                        row.getInt("failures"),
                        Optional.ofNullable(row.getObject("throttled_until", OffsetDateTime.class))
                                .map(OffsetDateTime::toInstant)))
                .single();
    }
}
