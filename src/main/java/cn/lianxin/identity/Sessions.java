package cn.lianxin.identity;

import cn.lianxin.kernel.PersonId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The sessions on record; they outlive a restart. */
@Component
class Sessions {

    private final JdbcClient jdbc;

    Sessions(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void add(Session session) {
        @Nullable Long person = null;
        @Nullable String receipt = null;
        switch (session.holder()) {
            case Session.Holder.Person holder -> person = holder.id().value();
            case Session.Holder.Receipt holder -> receipt = holder.digest();
        }
        jdbc.sql("""
                insert into identity.session
                    (digest, person, receipt, started_at, seen_at, ends_at, shared, second_factor, device, browser)
                values (:digest, cast(:person as bigint), cast(:receipt as text), :startedAt, :seenAt, :endsAt, :shared,
                    :secondFactor, :device, :browser)
                """)
                .param("digest", session.digest())
                .param("person", person)
                .param("receipt", receipt)
                .param("startedAt", at(session.startedAt()))
                .param("seenAt", at(session.seenAt()))
                .param("endsAt", at(session.endsAt()))
                .param("shared", session.shared())
                .param("secondFactor", session.secondFactor())
                .param("device", session.device().kind().name())
                .param("browser", session.device().browser().name())
                .update();
    }

    Optional<Session> find(String digest, Instant now) {
        return jdbc.sql("""
                select digest, person, receipt, started_at, seen_at, ends_at, shared, second_factor, device, browser
                from identity.session
                where digest = :digest and ends_at > :now
                """)
                .param("digest", digest)
                .param("now", at(now))
                .query(Sessions::row)
                .optional();
    }

    List<Session> of(PersonId person, Instant now) {
        return jdbc.sql("""
                select digest, person, receipt, started_at, seen_at, ends_at, shared, second_factor, device, browser
                from identity.session
                where person = :person and ends_at > :now
                order by seen_at desc, digest
                """)
                .param("person", person.value())
                .param("now", at(now))
                .query(Sessions::row)
                .list();
    }

    void moveEnd(Session session) {
        jdbc.sql("update identity.session set seen_at = :seenAt, ends_at = :endsAt where digest = :digest")
                .param("seenAt", at(session.seenAt()))
                .param("endsAt", at(session.endsAt()))
                .param("digest", session.digest())
                .update();
    }

    void end(String digest) {
        jdbc.sql("delete from identity.session where digest = :digest")
                .param("digest", digest)
                .update();
    }

    void markSecondFactor(String digest, boolean given) {
        jdbc.sql("update identity.session set second_factor = :given where digest = :digest")
                .param("given", given)
                .param("digest", digest)
                .update();
    }

    void endAllOf(PersonId person) {
        jdbc.sql("delete from identity.session where person = :person")
                .param("person", person.value())
                .update();
    }

    void endAllBut(String digest, PersonId person) {
        jdbc.sql("delete from identity.session where person = :person and digest <> :digest")
                .param("person", person.value())
                .param("digest", digest)
                .update();
    }

    void sweep(Instant now) {
        jdbc.sql("delete from identity.session where ends_at <= :now")
                .param("now", at(now))
                .update();
    }

    private static Session row(ResultSet row, int number) throws SQLException {
        var receipt = row.getString("receipt");
        var holder = receipt == null
                ? new Session.Holder.Person(new PersonId(row.getLong("person")))
                : new Session.Holder.Receipt(receipt);
        return new Session(
                row.getString("digest"),
                holder,
                row.getObject("started_at", OffsetDateTime.class).toInstant(),
                row.getObject("seen_at", OffsetDateTime.class).toInstant(),
                row.getObject("ends_at", OffsetDateTime.class).toInstant(),
                row.getBoolean("shared"),
                row.getBoolean("second_factor"),
                new Device(DeviceKind.valueOf(row.getString("device")), BrowserKind.valueOf(row.getString("browser"))));
    }

    private static OffsetDateTime at(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
