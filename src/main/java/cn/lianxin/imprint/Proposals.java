package cn.lianxin.imprint;

import cn.lianxin.kernel.Actor;
import cn.lianxin.kernel.PersonId;
import cn.lianxin.kernel.Refusal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** By which procedure a channel shall be read, until a second person agrees. */
@Component
class Proposals {

    /** One that waits; of each channel there is one at most. */
    record Proposal(
            long id,
            String channel,
            String procedure,
            String reason,
            PersonId proposedBy,
            String proposedByName,
            boolean byChiefEditor,
            Instant proposedAt) {}

    private static final String SELECT = """
            select id, channel, procedure, reason, proposed_by, proposed_by_name, by_chief_editor, proposed_at
            from imprint.proposal where decided_at is null
            """;

    private final JdbcClient database;

    Proposals(JdbcClient database) {
        this.database = database;
    }

    List<Proposal> open() {
        return database.sql(SELECT + " order by id").query(Proposals::proposal).list();
    }

    /** NotFound where none waits; locked until the transaction is over. */
    Proposal hold(long id) {
        return database.sql(SELECT + " and id = :id for update")
                .param("id", id)
                .query(Proposals::proposal)
                .optional()
                .orElseThrow(Refusal.NotFound::new);
    }

    /** Conflict {@code imprint-waits} where one waits already. */
    void add(String channel, String procedure, String reason, boolean chiefEditor, Actor.Member by, Instant now) {
        try {
            database.sql("""
                    insert into imprint.proposal (channel, procedure, reason, proposed_by, proposed_by_name, by_chief_editor, proposed_at)
                    values (:channel, :procedure, :reason, :by, :name, :chief, :now)
                    """)
                    .param("channel", channel)
                    .param("procedure", procedure)
                    .param("reason", reason)
                    .param("by", by.person().value())
                    .param("name", by.name())
                    .param("chief", chiefEditor)
                    .param("now", now.atOffset(ZoneOffset.UTC))
                    .update();
        } catch (DuplicateKeyException waits) {
            throw new Refusal.Conflict("imprint-waits");
        }
    }

    void decide(long id, boolean agreed, Actor.Member by, Instant now) {
        database.sql("""
                update imprint.proposal set agreed = :agreed, decided_by = :by, decided_by_name = :name, decided_at = :now
                where id = :id
                """)
                .param("agreed", agreed)
                .param("by", by.person().value())
                .param("name", by.name())
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("id", id)
                .update();
    }

    private static Proposal proposal(ResultSet row, int place) throws SQLException {
        return new Proposal(
                row.getLong("id"),
                row.getString("channel"),
                row.getString("procedure"),
                row.getString("reason"),
                new PersonId(row.getLong("proposed_by")),
                row.getString("proposed_by_name"),
                row.getBoolean("by_chief_editor"),
                row.getObject("proposed_at", OffsetDateTime.class).toInstant());
    }
}
