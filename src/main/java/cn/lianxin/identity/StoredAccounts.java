package cn.lianxin.identity;

import cn.lianxin.kernel.PersonId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The accounts on record. */
@Component
class StoredAccounts {

    private static final String COLUMNS =
            "person, password_hash, must_change, failures, throttled_until, closed, by_company";

    private final JdbcClient jdbc;

    StoredAccounts(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    boolean any() {
        return jdbc.sql("select exists (select 1 from identity.account)")
                .query(Boolean.class)
                .single();
    }

    Optional<Account> find(PersonId person) {
        return read("select " + COLUMNS + " from identity.account where person = :person", person);
    }

    /** Held still until the transaction is over. */
    Optional<Account> lock(PersonId person) {
        return read("select " + COLUMNS + " from identity.account where person = :person for update", person);
    }

    /** Opens accounts for those who have none; nothing changes for those who have one. */
    void addMissing(Map<PersonId, String> hashes, boolean mustChange, Instant now) {
        var people = List.copyOf(hashes.entrySet());
        jdbc.sql("""
                insert into identity.account (person, password_hash, must_change, changed_at)
                select fresh.person, fresh.hash, :mustChange, :now
                from unnest(:people, :hashes) as fresh (person, hash)
                on conflict (person) do nothing
                """)
                .param(
                        "people",
                        people.stream().map(one -> one.getKey().value()).toArray(Long[]::new))
                .param("hashes", people.stream().map(Map.Entry::getValue).toArray(String[]::new))
                .param("mustChange", mustChange)
                .param("now", at(now))
                .update();
    }

    /** A new password opens a closed account again and ends any wait. */
    void setPassword(PersonId person, String hash, boolean mustChange, Instant now) {
        jdbc.sql("""
                update identity.account
                set password_hash = :hash, must_change = :mustChange, changed_at = :now,
                    failures = 0, throttled_until = null, closed = false, by_company = false
                where person = :person
                """)
                .param("hash", hash)
                .param("mustChange", mustChange)
                .param("now", at(now))
                .param("person", person.value())
                .update();
    }

    /** From now on the company says who he is. Whatever password he had is gone, and a closed account is open again. */
    void giveToCompany(Collection<PersonId> people, Instant now) {
        jdbc.sql("""
                insert into identity.account (person, password_hash, must_change, changed_at, by_company)
                select person, :hash, false, :now, true from unnest(:people) as given (person)
                on conflict (person) do update
                set password_hash = excluded.password_hash, must_change = false, changed_at = excluded.changed_at,
                    failures = 0, throttled_until = null, closed = false, by_company = true
                """)
                .param("people", people.stream().map(PersonId::value).toArray(Long[]::new))
                .param("hash", PasswordHashing.ofNoPassword())
                .param("now", at(now))
                .update();
    }

    /** The same password, kept with more work. */
    void replaceHash(PersonId person, String old, String fresh) {
        jdbc.sql("""
                update identity.account set password_hash = :fresh
                where person = :person and password_hash = :old
                """)
                .param("fresh", fresh)
                .param("person", person.value())
                .param("old", old)
                .update();
    }

    void setFailures(PersonId person, int failures, Optional<Instant> throttledUntil) {
        jdbc.sql("""
                update identity.account
                set failures = :failures, throttled_until = cast(:until as timestamptz)
                where person = :person
                """)
                .param("failures", failures)
                .param("until", throttledUntil.map(StoredAccounts::at).orElse(null))
                .param("person", person.value())
                .update();
    }

    /** The last attempt was none that failed; those before it stand. */
    void forgiveOne(PersonId person) {
        jdbc.sql("""
                update identity.account set failures = greatest(failures - 1, 0), throttled_until = null
                where person = :person
                """).param("person", person.value()).update();
    }

    void close(PersonId person) {
        jdbc.sql("update identity.account set closed = true where person = :person")
                .param("person", person.value())
                .update();
    }

    private Optional<Account> read(String sql, PersonId person) {
        return jdbc.sql(sql)
                .param("person", person.value())
                .query(StoredAccounts::row)
                .optional();
    }

    private static Account row(ResultSet row, int number) throws SQLException {
        return new Account(
                new PersonId(row.getLong("person")),
                row.getString("password_hash"),
                row.getBoolean("must_change"),
                row.getInt("failures"),
                Optional.ofNullable(row.getObject("throttled_until", OffsetDateTime.class))
                        .map(OffsetDateTime::toInstant),
                row.getBoolean("closed"),
                row.getBoolean("by_company"));
    }

    private static OffsetDateTime at(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
