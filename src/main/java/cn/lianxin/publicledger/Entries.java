package cn.lianxin.publicledger;

import cn.lianxin.concern.PublishableConcerns.Publishable;
import cn.lianxin.identity.ApprovingLine;
import cn.lianxin.kernel.PersonId;
import cn.lianxin.kernel.UnitId;
import cn.lianxin.platform.web.Screen;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The store of entries, for whoever proposes and decides. */
@Component
class Entries {

    private static final String COLUMNS = """
            select e.number, e.concern, e.desk_unit, e.unit, e.promised_on, e.replied_on, e.request, e.reply, e.state,
                e.proposed_by, e.proposed_at, e.first_by, e.first_line, e.second_by, e.second_line, e.public_at, e.kept_parts,
                e.kept_reason, e.declined, e.picturing
            from publicledger.entry e
            """;

    private final JdbcClient database;

    Entries(JdbcClient database) {
        this.database = database;
    }

    Optional<Entry> find(long number) {
        return database.sql(COLUMNS + "where e.number = :number")
                .param("number", number)
                .query((row, _) -> entry(row))
                .optional();
    }

    /** What of this concern waits or has its words still. */
    Optional<Entry> liveOf(long concern) {
        return database.sql(COLUMNS + "where e.concern = :concern and e.request is not null")
                .param("concern", concern)
                .query((row, _) -> entry(row))
                .optional();
    }

    /** All that wait of cases that may be told of, the longest first. */
    List<Entry> waiting() {
        return database.sql(COLUMNS + """
                where e.state in ('PROPOSED', 'APPROVED_ONCE')
                  and not exists (select 1 from concern.untold_case u where u.id = e.concern)
                order by e.number
                """).query((row, _) -> entry(row)).list();
    }

    /** Public once, and by now of a case that may not be told of, or whose answer was found wrong. */
    List<Entry> overtaken() {
        return database.sql(COLUMNS + """
                where e.request is not null
                  and (exists (select 1 from concern.untold_case u where u.id = e.concern)
                       or exists (select 1 from concern.case_of_nobody n where n.id = e.concern)
                       or exists (select 1 from concern.overturned_answer o
                           where o.id = e.concern and o.at >= coalesce(e.public_at, e.proposed_at)))
                order by e.number
                """).query((row, _) -> entry(row)).list();
    }

    long propose(Publishable concern, UnitId unit, Wording wording, boolean picturing, PersonId by, Instant at) {
        return database.sql("""
                insert into publicledger.entry
                    (concern, desk_unit, unit, matter, promised_on, replied_on, request, reply, state, proposed_by, proposed_at,
                    picturing)
                values (:concern, :desk, :unit, :matter, :promised, :replied, :request, :reply, 'PROPOSED', :by, :at, :picturing)
                returning number
                """)
                .param("concern", concern.id())
                .param("desk", concern.desk().value())
                .param("unit", unit.value())
                .param("matter", concern.matter())
                .param("promised", LocalDate.ofInstant(concern.promised(), Screen.ZONE))
                .param("replied", LocalDate.ofInstant(concern.replied(), Screen.ZONE))
                .param("request", wording.request())
                .param("reply", wording.reply())
                .param("by", by.value())
                .param("at", at.atOffset(ZoneOffset.UTC))
                .param("picturing", picturing)
                .query(Long.class)
                .single();
    }

    void save(Entry entry) {
        database.sql("""
                update publicledger.entry
                set state = :state, request = :request, reply = :reply, first_by = cast(:firstBy as bigint), first_line = :firstLine,
                    second_by = cast(:secondBy as bigint), second_line = :secondLine, public_at = cast(:publicAt as timestamptz),
                    kept_parts = :parts, kept_reason = :reason, declined = :declined, picturing = :picturing
                where number = :number
                """)
                .param("number", entry.number())
                .param("state", entry.state().name())
                .param("request", entry.wording().map(Wording::request).orElse(null))
                .param("reply", entry.wording().map(Wording::reply).orElse(null))
                .param("firstBy", entry.first().map(one -> one.by().value()).orElse(null))
                .param("firstLine", entry.first().map(one -> one.line().name()).orElse(null))
                .param("secondBy", entry.second().map(one -> one.by().value()).orElse(null))
                .param(
                        "secondLine",
                        entry.second().map(one -> one.line().name()).orElse(null))
                .param(
                        "publicAt",
                        entry.publicAt().map(at -> at.atOffset(ZoneOffset.UTC)).orElse(null))
                .param("parts", entry.kept().parts())
                .param("reason", entry.kept().reason())
                .param("declined", entry.declined().map(Declined::name).orElse(null))
                .param("picturing", entry.picturing())
                .update();
        if (entry.wording().isEmpty()) {
            database.sql("delete from publicledger.picture where entry = :number")
                    .param("number", entry.number())
                    .update();
        }
    }

    /** Its words, its pictures and what became known of it go at once; that it was there stays. */
    void takeDown(long number, Withdrawn rule, Optional<PersonId> by, Instant at) {
        database.sql("""
                insert into publicledger.withdrawal (entry, at, rule, by_person)
                values (:number, :at, :rule, cast(:by as bigint)) on conflict do nothing
                """)
                .param("number", number)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .param("rule", rule.name())
                .param("by", by.map(PersonId::value).orElse(null))
                .update();
        database.sql("""
                update publicledger.entry set request = null, reply = null, kept_parts = '', kept_reason = ''
                where number = :number
                """).param("number", number).update();
        database.sql("""
                update publicledger.picture
                set photo = null, bytes = null, sha256 = null, alternative_text = null, boxes = '{}', covers = '{}', nobody = false
                where entry = :number
                """).param("number", number).update();
        database.sql("delete from publicledger.verdicts where entry = :number")
                .param("number", number)
                .update();
        database.sql("delete from publicledger.recurrence where entry = :number")
                .param("number", number)
                .update();
    }

    private static Entry entry(ResultSet row) throws SQLException {
        return new Entry(
                row.getLong("number"),
                row.getLong("concern"),
                new UnitId(row.getLong("desk_unit")),
                new UnitId(row.getLong("unit")),
                row.getObject("promised_on", LocalDate.class),
                row.getObject("replied_on", LocalDate.class),
                wording(row),
                EntryState.valueOf(row.getString("state")),
                new PersonId(row.getLong("proposed_by")),
                row.getObject("proposed_at", OffsetDateTime.class).toInstant(),
                approval(row, "first"),
                approval(row, "second"),
                Optional.ofNullable(row.getObject("public_at", OffsetDateTime.class))
                        .map(OffsetDateTime::toInstant),
                new Entry.Kept(row.getString("kept_parts"), row.getString("kept_reason")),
                Optional.ofNullable(row.getString("declined")).map(Declined::valueOf),
                row.getBoolean("picturing"));
    }

    private static Optional<Wording> wording(ResultSet row) throws SQLException {
        @Nullable String request = row.getString("request");
        @Nullable String reply = row.getString("reply");
        return request == null || reply == null ? Optional.empty() : Optional.of(new Wording(request, reply));
    }

    private static Optional<Entry.Approval> approval(ResultSet row, String which) throws SQLException {
        @Nullable Long by = row.getObject(which + "_by", Long.class);
        @Nullable String line = row.getString(which + "_line");
        return by == null || line == null
                ? Optional.empty()
                : Optional.of(new Entry.Approval(new PersonId(by), ApprovingLine.valueOf(line)));
    }
}
