package cn.lianxin.concern;

import cn.lianxin.platform.vault.Identity;
import cn.lianxin.promise.Grade;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A concern as one line of a ledger, for whoever may see it.
 *
 * @param reporterName empty where his name is not for this reader
 * @param state constant name, {@code UNDER_REVIEW}
 * @param reply the latest that the worker has got
 * @param guarded whether it is protected, and not the reader's own
 * @param overAt when it was concluded or withdrawn
 */
public record ConcernLine(
        String number,
        int version,
        Instant filedAt,
        ConcernKind kind,
        Channel channel,
        Reporter.Mode mode,
        String reporterName,
        String staffNumber,
        String unit,
        String unitCode,
        String matter,
        Grade grade,
        String title,
        String words,
        String place,
        String state,
        String lead,
        String ownerUnit,
        String ownerName,
        Instant replyBy,
        Optional<Reply> reply,
        Optional<Instant> repliedAt,
        Optional<Instant> overAt,
        boolean guarded) {

    /** @param nameIsSealed whether the vault has a name that is for this reader */
    record Fetched(ConcernLine line, long id, boolean nameIsSealed) {

        static Fetched of(ResultSet row) throws SQLException {
            return new Fetched(ConcernLine.of(row), row.getLong("id"), row.getBoolean("name_is_sealed"));
        }
    }

    /** A confidential reporter has a name before himself and the desk alone. */
    static final String COLUMNS = """
            c.id, c.reporter_mode = 'CONFIDENTIAL' and (c.reporter = :alias
                    or (c.owner_person = :person and c.owner_unit = c.desk_unit)
                    or exists (select 1 from organization.unit_line l where l.unit = c.desk_unit
                        and l.above = any (case when c.restricted then :supervise else :desk end))) as name_is_sealed,
            c.number, c.version, c.filed_at, c.kind, c.channel, c.reporter_mode, coalesce(speaker.name, '') as speaker_name,
            coalesce(speaker.staff_number, '') as speaker_number, unit.name as unit_name, unit.code as unit_code, c.matter, c.grade, c.title || c.spoken_line as title,
            case c.words when '' then c.title || c.spoken_line else c.words end as words,
            c.place, c.state, coalesce(lead.name, '') as lead_name, owner_unit.name as owner_unit_name,
            owner.name as owner_name, c.reply_by, reply.data as reply, reply.at as replied_at,
            case when c.over then (select max(s.at) from concern.step s
                where s.concern = c.id and s.kind in ('CONCLUDED', 'WITHDRAWN', 'REVIEWED')) end as over_at,
            concern.is_protected(c.reporter_mode, c.restricted) and c.reporter is distinct from :person
                and c.reporter is distinct from :alias as guarded""";

    static final String JOINS = """

            join organization.unit_card unit on unit.id = c.unit
            join organization.unit_card owner_unit on owner_unit.id = c.owner_unit
            join organization.person_card owner on owner.id = c.owner_person
            left join organization.unit_card lead on lead.id = c.lead_unit
            left join organization.person_card speaker on speaker.id = c.reporter and c.reporter_mode = 'NAMED'
            left join lateral (select s.data, s.at from concern.step s
                where s.concern = c.id and s.kind in ('REPLIED', 'RECORDED') order by s.place desc limit 1) reply on true
            """;

    static ConcernLine of(ResultSet row) throws SQLException {
        return new ConcernLine(
                row.getString("number"),
                row.getInt("version"),
                row.getTimestamp("filed_at").toInstant(),
                ConcernKind.valueOf(row.getString("kind")),
                Channel.valueOf(row.getString("channel")),
                Reporter.Mode.valueOf(row.getString("reporter_mode")),
                row.getString("speaker_name"),
                row.getString("speaker_number"),
                row.getString("unit_name"),
                row.getString("unit_code"),
                row.getString("matter"),
                Grade.valueOf(row.getString("grade")),
                row.getString("title"),
                row.getString("words"),
                row.getString("place"),
                row.getString("state"),
                row.getString("lead_name"),
                row.getString("owner_unit_name"),
                row.getString("owner_name"),
                row.getTimestamp("reply_by").toInstant(),
                reply(row.getString("reply")),
                instant(row.getTimestamp("replied_at")),
                instant(row.getTimestamp("over_at")),
                row.getBoolean("guarded"));
    }

    ConcernLine with(@Nullable Identity sealed) {
        return sealed == null
                ? this
                : new ConcernLine(
                        number,
                        version,
                        filedAt,
                        kind,
                        channel,
                        mode,
                        sealed.name(),
                        sealed.number(),
                        unit,
                        unitCode,
                        matter,
                        grade,
                        title,
                        words,
                        place,
                        state,
                        lead,
                        ownerUnit,
                        ownerName,
                        replyBy,
                        reply,
                        repliedAt,
                        overAt,
                        guarded);
    }

    private static Optional<Reply> reply(@Nullable String json) {
        if (json == null) {
            return Optional.empty();
        }
        return switch (ConcernJson.event(json)) {
            case ConcernEvent.Replied replied -> Optional.of(replied.reply());
            case ConcernEvent.Recorded recorded -> Optional.of(recorded.reply());
            default -> Optional.empty();
        };
    }

    private static Optional<Instant> instant(@Nullable Timestamp time) {
        return Optional.ofNullable(time).map(Timestamp::toInstant);
    }
}
