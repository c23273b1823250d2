package cn.lianxin.publicledger;

import cn.lianxin.kernel.UnitId;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The store of what workers agreed to; who they are it does not know. */
@Component
class Consents {

    /** Of the words on the page of consent: the first said that no photo is ever shown. */
    static final int WORDING = 2;

    private final JdbcClient database;

    Consents(JdbcClient database) {
        this.database = database;
    }

    /** @param pictures whether his photos may be shown too, painted over */
    void give(long concern, UnitId desk, boolean pictures, Instant at) {
        database.sql("""
                insert into publicledger.consent (concern, desk_unit, given_at, wording, pictures)
                values (:concern, :desk, :at, :wording, :pictures)
                on conflict (concern) do update set given_at = excluded.given_at, taken_back_at = null, desk_unit = excluded.desk_unit,
                    wording = excluded.wording, pictures = excluded.pictures
                where publicledger.consent.taken_back_at is not null
                """)
                .param("concern", concern)
                .param("desk", desk.value())
                .param("wording", WORDING)
                .param("pictures", pictures)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .update();
    }

    /** He agreed before, and now to his photos as well. */
    void addPictures(long concern) {
        database.sql("""
                update publicledger.consent set pictures = true, wording = :wording
                where concern = :concern and taken_back_at is null
                """).param("wording", WORDING).param("concern", concern).update();
    }

    /** Whether he agreed to his photos, by words that say what becomes of them. */
    boolean coversPictures(long concern) {
        return database.sql("""
                select exists (select 1 from publicledger.consent
                    where concern = :concern and taken_back_at is null and pictures)
                """).param("concern", concern).query(Boolean.class).single();
    }

    /** Whether there was one to take back. */
    boolean takeBack(long concern, Instant at) {
        return database.sql("""
                update publicledger.consent set taken_back_at = :at where concern = :concern and taken_back_at is null
                """)
                        .param("concern", concern)
                        .param("at", at.atOffset(ZoneOffset.UTC))
                        .update()
                == 1;
    }

    /** Locked until the transaction is over, so that nothing is published while it is taken back. */
    boolean hold(long concern) {
        return database.sql("""
                select 1 from publicledger.consent where concern = :concern and taken_back_at is null for update
                """)
                .param("concern", concern)
                .query(Integer.class)
                .optional()
                .isPresent();
    }

    boolean stands(long concern) {
        return database.sql("""
                select exists (select 1 from publicledger.consent where concern = :concern and taken_back_at is null)
                """).param("concern", concern).query(Boolean.class).single();
    }

    /** Of cases that may be told of and of which nothing waits or is public: the longest first, by their desks. */
    List<Agreed> withoutEntry() {
        return database.sql("""
                select c.concern, c.desk_unit from publicledger.consent c
                where c.taken_back_at is null
                  and not exists (select 1 from publicledger.entry e
                      where e.concern = c.concern and (e.state in ('PROPOSED', 'APPROVED_ONCE') or e.request is not null))
                  and not exists (select 1 from concern.untold_case u where u.id = c.concern)
                order by c.given_at, c.concern
                """)
                .query((row, _) -> new Agreed(row.getLong("concern"), new UnitId(row.getLong("desk_unit"))))
                .list();
    }

    record Agreed(long concern, UnitId desk) {}
}
