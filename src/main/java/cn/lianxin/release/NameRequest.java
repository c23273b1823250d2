package cn.lianxin.release;

import cn.lianxin.kernel.PersonId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * That somebody asked for the name behind a concern.
 *
 * @param askedLines in which he stood to the concern
 * @param decision what somebody of another line said to it
 */
public record NameRequest(
        long id,
        long concern,
        String number,
        Who asked,
        Set<String> askedLines,
        Purpose purpose,
        String reason,
        Instant askedAt,
        Instant expiresAt,
        RequestState state,
        Optional<Decision> decision) {

    /** @param post unit and title of that day, in words */
    public record Who(PersonId person, String name, String post) {}

    /** @param shownUntil how long both see the name, where he agreed */
    public record Decision(Who by, String word, Instant at, Optional<Instant> shownUntil) {}

    static final String COLUMNS = """
            id, concern, number, asked_by, asked_name, asked_post, asked_lines, purpose, reason, asked_at, expires_at,
            case when state = 'OPEN' and expires_at <= :now then 'EXPIRED' else state end as state,
            decided_by, decided_name, decided_post, word, decided_at, shown_until""";

    static NameRequest of(ResultSet row, int number) throws SQLException {
        return new NameRequest(
                row.getLong("id"),
                row.getLong("concern"),
                row.getString("number"),
                who(row, "asked"),
                Set.of((String[]) row.getArray("asked_lines").getArray()),
                Purpose.valueOf(row.getString("purpose")),
                row.getString("reason"),
                instant(row, "asked_at").orElseThrow(),
                instant(row, "expires_at").orElseThrow(),
                RequestState.valueOf(row.getString("state")),
                decision(row));
    }

    public boolean isOpen() {
        return state == RequestState.OPEN;
    }

    /** Whether this person is one of the two who see the name at this moment. */
    boolean shows(PersonId person, Instant at) {
        return decision.filter(made -> made.shownUntil().filter(at::isBefore).isPresent())
                .filter(made ->
                        made.by().person().equals(person) || asked.person().equals(person))
                .isPresent();
    }

    private static Optional<Decision> decision(ResultSet row) throws SQLException {
        var at = instant(row, "decided_at");
        return at.isEmpty()
                ? Optional.empty()
                : Optional.of(new Decision(
                        who(row, "decided"), row.getString("word"), at.get(), instant(row, "shown_until")));
    }

    private static Who who(ResultSet row, String part) throws SQLException {
        return new Who(
                new PersonId(row.getLong(part + "_by")), row.getString(part + "_name"), row.getString(part + "_post"));
    }

    private static Optional<Instant> instant(ResultSet row, String column) throws SQLException {
        @Nullable OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
        return Optional.ofNullable(time).map(OffsetDateTime::toInstant);
    }
}
