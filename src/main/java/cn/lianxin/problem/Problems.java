package cn.lianxin.problem;

import cn.lianxin.kernel.Actor;
import cn.lianxin.kernel.PersonId;
import cn.lianxin.kernel.Refusal;
import cn.lianxin.kernel.UnitId;
import cn.lianxin.platform.vault.ActorParameters;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The store of problems; whoever acts finds those alone that he may see. */
@Component
class Problems {

    private static final String COLUMNS = """
            select p.id, p.number, p.title, p.told, p.opened_by, p.lead_unit, p.owner, p.state, p.version, p.round,
                   p.recurrences, p.began_at, p.due_at, p.moved, p.cause, p.found, p.cure, p.cure_by_whom, p.cure_by_day,
                   p.shown, p.watched_since, p.watch_until, p.confirmer
            from\s""";

    /** Late ones first, then by date; what is watched by its last day; what is closed last, the newest first. */
    private static final String BY_DATE = """
             order by p.state = 'CLOSED', p.state in ('WATCHED', 'WATCHED_OUT'),
                case when p.state = 'CLOSED' then p.closed_at end desc,
                coalesce(p.watch_until, p.due_at), p.id
            limit 500""";

    private final ActorParameters parameters;
    private final JdbcClient database;

    Problems(ActorParameters parameters, JdbcClient database) {
        this.parameters = parameters;
        this.database = database;
    }

    /** @return its key; empty where the number is taken already */
    Optional<Long> add(Problem problem, Instant now) {
        return database.sql("""
                        insert into problem.problem
                            (number, title, opened_at, opened_by, lead_unit, owner, state, version, began_at, due_at)
                        values (:number, :title, :at, :by, :lead, :owner, 'OPENED', 0, :at, :due)
                        on conflict (number) do nothing returning id
                        """)
                .param("number", problem.number().toString())
                .param("title", problem.title())
                .param("at", time(now))
                .param("by", problem.openedBy().value())
                .param("lead", problem.lead().value())
                .param("owner", problem.owner().value())
                .param("due", time(problem.promised().dueAt()))
                .query(Long.class)
                .optional();
    }

    /** To whoever may not see it, it is not there. */
    Problem get(ProblemNumber number, Actor.Member actor) {
        return database.sql(COLUMNS + Sight.PROBLEMS + " where p.number = :number")
                .params(parameters.of(actor))
                .param("number", number.toString())
                .query(Problems::read)
                .optional()
                .orElseThrow(Refusal.NotFound::new);
    }

    List<Problem> all(Actor.Member actor) {
        return database.sql(COLUMNS + Sight.PROBLEMS + " where true" + BY_DATE)
                .params(parameters.of(actor))
                .query(Problems::read)
                .list();
    }

    List<Problem> watched(Actor.Member actor) {
        return database.sql(COLUMNS + Sight.PROBLEMS + " where p.state in ('WATCHED', 'WATCHED_OUT')" + BY_DATE)
                .params(parameters.of(actor))
                .query(Problems::read)
                .list();
    }

    /** Locked until the transaction is over. */
    Problem hold(long id) {
        database.sql("select 1 from problem.problem where id = :id for update")
                .param("id", id)
                .query(Integer.class)
                .single();
        return get(id);
    }

    Problem get(long id) {
        return database.sql(COLUMNS + "problem.problem p where p.id = :id")
                .param("id", id)
                .query(Problems::read)
                .single();
    }

    List<Long> ownedBy(PersonId person) {
        return ids(database.sql(
                        "select p.id from problem.problem p where p.owner = :person and p.state <> 'CLOSED' order by p.id")
                .param("person", person.value()));
    }

    List<Long> of(UnitId unit) {
        return ids(database.sql("select p.id from problem.problem p where p.lead_unit = :unit and p.state <> 'CLOSED'")
                .param("unit", unit.value()));
    }

    List<Long> open() {
        return ids(database.sql("select p.id from problem.problem p where p.state <> 'CLOSED' order by p.id"));
    }

    List<Long> late(Instant now) {
        return ids(database.sql("""
                select p.id from problem.problem p
                where p.due_at < :now and p.state in ('OPENED', 'CAUSE_NAMED', 'CURE_DECIDED') order by p.due_at, p.id
                """).param("now", time(now)));
    }

    List<Long> watchedUntil(Instant now) {
        return ids(database.sql(
                        "select p.id from problem.problem p where p.state = 'WATCHED' and p.watch_until <= :now order by p.id")
                .param("now", time(now)));
    }

    List<Long> notLookedAtSince(LocalDate monday) {
        return ids(database.sql(
                        "select p.id from problem.problem p where p.looked_on is null or p.looked_on < :monday order by p.id")
                .param("monday", monday));
    }

    void lookedAt(long id, LocalDate monday) {
        database.sql("update problem.problem set looked_on = :monday where id = :id")
                .param("monday", monday)
                .param("id", id)
                .update();
    }

    int toldUp(long id) {
        return database.sql("select told_up from problem.problem where id = :id")
                .param("id", id)
                .query(Integer.class)
                .single();
    }

    void toldUp(long id, int levels) {
        database.sql("update problem.problem set told_up = :levels where id = :id")
                .param("levels", levels)
                .param("id", id)
                .update();
    }

    /** Of a problem that was held. */
    void save(Problem problem, Instant now) {
        database.sql("""
                update problem.problem
                set told = :told, lead_unit = :lead, owner = :owner, state = :state, version = :version,
                    told_up = case when round = :round then told_up else 0 end,
                    round = :round, recurrences = :recurrences, began_at = :began, due_at = :due, moved = :moved,
                    cause = :cause, found = :found, cure = :cure, cure_by_whom = :whom, cure_by_day = cast(:day as date),
                    shown = :shown, watched_since = cast(:since as timestamptz), watch_until = cast(:until as timestamptz),
                    confirmer = cast(:confirmer as bigint), closed_at = cast(:closed as timestamptz)
                where id = :id
                """)
                .param("id", problem.id())
                .param("told", problem.told())
                .param("lead", problem.lead().value())
                .param("owner", problem.owner().value())
                .param("state", problem.state().code())
                .param("version", problem.version())
                .param("round", problem.promised().round())
                .param("recurrences", problem.promised().recurrences())
                .param("began", time(problem.promised().beganAt()))
                .param("due", time(problem.promised().dueAt()))
                .param("moved", problem.promised().moved())
                .param("cause", problem.cause().map(Cause::what).orElse(null))
                .param("found", problem.cause().map(Cause::found).orElse(null))
                .param("cure", problem.cure().map(Cure::what).orElse(null))
                .param("whom", problem.cure().map(Cure::whom).orElse(null))
                .param("day", problem.cure().map(Cure::by).orElse(null))
                .param("shown", problem.shown().orElse(null))
                .param("since", problem.watchedSince().map(Problems::time).orElse(null))
                .param("until", problem.watchedUntil().map(Problems::time).orElse(null))
                .param("confirmer", problem.confirmer().map(PersonId::value).orElse(null))
                .param("closed", problem.isOver() ? time(now) : null)
                .update();
    }

    private static Problem read(ResultSet row, int place) throws SQLException {
        @Nullable Long confirmer = row.getObject("confirmer", Long.class);
        return new Problem(
                row.getLong("id"),
                ProblemNumber.parse(row.getString("number")).orElseThrow(),
                row.getString("title"),
                row.getBoolean("told"),
                new PersonId(row.getLong("opened_by")),
                new UnitId(row.getLong("lead_unit")),
                new PersonId(row.getLong("owner")),
                state(row),
                new Promised(
                        row.getInt("round"),
                        row.getInt("recurrences"),
                        instant(row, "began_at"),
                        instant(row, "due_at"),
                        row.getBoolean("moved")),
                Optional.ofNullable(confirmer).map(PersonId::new),
                row.getInt("version"));
    }

    private static ProblemState state(ResultSet row) throws SQLException {
        return switch (row.getString("state")) {
            case "OPENED" -> new ProblemState.Opened();
            case "CAUSE_NAMED" -> new ProblemState.CauseNamed(cause(row));
            case "CURE_DECIDED" -> new ProblemState.CureDecided(cause(row), cure(row));
            case "WATCHED" ->
                new ProblemState.Watched(remedy(row), instant(row, "watched_since"), instant(row, "watch_until"));
            case "WATCHED_OUT" ->
                new ProblemState.WatchedOut(remedy(row), instant(row, "watched_since"), instant(row, "watch_until"));
            case "CLOSED" ->
                new ProblemState.Closed(remedy(row), instant(row, "watched_since"), instant(row, "watch_until"));
            default -> throw new IllegalStateException("no state: " + row.getString("state"));
        };
    }

    private static Cause cause(ResultSet row) throws SQLException {
        return new Cause(text(row, "cause"), text(row, "found"));
    }

    private static Cure cure(ResultSet row) throws SQLException {
        return new Cure(
                text(row, "cure"),
                text(row, "cure_by_whom"),
                Objects.requireNonNull(row.getObject("cure_by_day", LocalDate.class)));
    }

    private static ProblemState.Remedy remedy(ResultSet row) throws SQLException {
        return new ProblemState.Remedy(cause(row), cure(row), text(row, "shown"));
    }

    private static String text(ResultSet row, String column) throws SQLException {
        return Objects.requireNonNull(row.getString(column), column);
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return Objects.requireNonNull(row.getObject(column, OffsetDateTime.class), column)
                .toInstant();
    }

    private static List<Long> ids(JdbcClient.StatementSpec statement) {
        return statement.query((row, _) -> row.getLong("id")).list();
    }

    static OffsetDateTime time(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
