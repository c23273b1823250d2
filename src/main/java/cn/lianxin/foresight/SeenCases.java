package cn.lianxin.foresight;

import cn.lianxin.kernel.Actor;
import cn.lianxin.kernel.UnitId;
import cn.lianxin.platform.vault.ActorParameters;
import cn.lianxin.platform.web.Screen;
import java.sql.Timestamp;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Counts what the reader may see and did not raise himself, by the rule of the concern room: each figure has its rows. */
@Component
class SeenCases {

    /** How many were raised about a matter lately and in the time before. */
    record Counted(Place place, String matter, long recent, long before) {}

    /** Of what was raised lately, how much after the same had been answered there. */
    record Returned(Place place, String matter, long raised, long again) {}

    record Week(Place place, LocalDate monday, int raised) {}

    private static final String PLACES = """
            with place as (
                select l.unit, p.part, p.itself
                from unnest(cast(:parts as bigint[]), cast(:itself as boolean[])) as p (part, itself)
                join organization.unit_line l on l.above = p.part and (not p.itself or l.distance = 0)),
            seen as materialized (
                select c.id, c.matter, c.filed_at, c.answered_at, place.part, place.itself
                from concern.raised_case c
                join place on place.unit = c.unit
                where c.filed_at >= :since and c.filed_at < :until
                  and c.id in (select v.id from concern.case_seen_by(:person, :alias, :desk, :handle, :lead, :supervise,
                          :absent, :ownDesk, :ownHandle, :ownLead, :ownSupervise) v))
            """;

    private final ActorParameters parameters;
    private final JdbcClient database;

    SeenCases(ActorParameters parameters, JdbcClient database) {
        this.parameters = parameters;
        this.database = database;
    }

    /** From the one day until the day before the other, and of these since {@code middle}. */
    List<Counted> counted(List<Place> places, LocalDate since, LocalDate middle, LocalDate until, Actor.Member actor) {
        return of(places, since, until, actor, """
                        select part, itself, matter, count(*) filter (where filed_at >= :middle) as recent,
                               count(*) filter (where filed_at < :middle) as before
                        from seen group by part, itself, matter
                        """)
                .param("middle", beginning(middle))
                .query((row, _) -> new Counted(
                        new Place(new UnitId(row.getLong("part")), row.getBoolean("itself")),
                        row.getString("matter"),
                        row.getLong("recent"),
                        row.getLong("before")))
                .list();
    }

    /** The first day of which he sees anything there. */
    Optional<LocalDate> firstDay(List<Place> places, LocalDate since, LocalDate until, Actor.Member actor) {
        return of(places, since, until, actor, "select min(filed_at) as first from seen")
                .query((row, _) -> Optional.ofNullable(row.getTimestamp("first")))
                .single()
                .map(first -> LocalDate.ofInstant(first.toInstant(), Screen.ZONE));
    }

    /** What was raised since {@code middle}, and of it what came within so many days after the same was answered there. */
    List<Returned> returned(
            List<Place> places, LocalDate since, LocalDate middle, LocalDate until, int within, Actor.Member actor) {
        return of(places, since, until, actor, """
                        select s.part, s.itself, s.matter, count(*) as raised,
                               count(*) filter (where exists (
                                   select 1 from seen before
                                   where before.part = s.part and before.itself = s.itself and before.matter = s.matter
                                     and before.id <> s.id and before.answered_at < s.filed_at
                                     and before.answered_at >= s.filed_at - make_interval(days => :within))) as again
                        from seen s where s.filed_at >= :middle group by s.part, s.itself, s.matter
                        """)
                .param("middle", beginning(middle))
                .param("within", within)
                .query((row, _) -> new Returned(
                        new Place(new UnitId(row.getLong("part")), row.getBoolean("itself")),
                        row.getString("matter"),
                        row.getLong("raised"),
                        row.getLong("again")))
                .list();
    }

    /** Weeks without anything are left out. */
    List<Week> weeks(List<Place> places, LocalDate firstMonday, LocalDate until, Actor.Member actor) {
        return of(places, firstMonday, until, actor, """
                        select part, itself, cast(date_trunc('week', filed_at at time zone 'Asia/Shanghai') as date) as monday,
                               count(*) as raised
                        from seen group by 1, 2, 3
                        """)
                .query((row, _) -> new Week(
                        new Place(new UnitId(row.getLong("part")), row.getBoolean("itself")),
                        row.getObject("monday", LocalDate.class),
                        row.getInt("raised")))
                .list();
    }

    private JdbcClient.StatementSpec of(
            List<Place> places, LocalDate since, LocalDate until, Actor.Member actor, String select) {
        return database.sql(PLACES + select)
                .params(parameters.of(actor))
                .param(
                        "parts",
                        places.stream().map(place -> place.unit().value()).toArray(Long[]::new))
                .param("itself", places.stream().map(Place::itself).toArray(Boolean[]::new))
                .param("since", beginning(since))
                .param("until", beginning(until));
    }

    private static Timestamp beginning(LocalDate day) {
        return Timestamp.from(day.atStartOfDay(Screen.ZONE).toInstant());
    }
}
