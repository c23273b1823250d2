package cn.lianxin.correspondent;

import cn.lianxin.kernel.PersonId;
import cn.lianxin.kernel.UnitId;
import cn.lianxin.newsroom.Standing;
import cn.lianxin.organization.UnitKind;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * 用稿统计: how much of whom came out, counted from the articles themselves each time it is asked. A piece counts for whoever handed it in,
 * in the unit in which he was then; one that was retracted or taken down counts as that.
 */
@Component
class Contributions {

    /** @param out what readers may read, or could until it expired */
    record Count(long out, long retracted, long takenDown) {
        long all() {
            return out + retracted + takenDown;
        }
    }

    record OfChannel(String name, String englishName, Count count) {
        String name(boolean chinese) {
            return chinese ? name : englishName;
        }
    }

    record OfLevel(UnitKind kind, Count count) {}

    record OfUnit(String code, String name, Count count) {}

    /** @param rank among the correspondents, empty for others */
    record OfPerson(PersonId person, String name, String unitName, OptionalInt rank, Count count) {}

    /** What somebody gets or got, of his own pieces and of those that he shares. */
    record Own(long article, String title, Standing standing, Instant at, Optional<Long> fen, boolean closed) {}

    record OwnCorrection(String month, String ofMonth, long fen, String reason) {}

    private static final String COUNTED = """
            with counted as (
                select c.id, c.channel, c.author, c.unit, c.standing from newsroom.contribution c
                where c.first_public_at >= :from and c.first_public_at < :until
                  and (:scope = 0 or exists (select 1 from organization.unit_line l where l.unit = c.unit and l.above = :scope)))
            """;

    private static final String COUNT = """
             count(*) filter (where c.standing in ('PUBLIC', 'EXPIRED')) as came_out,
             count(*) filter (where c.standing = 'RETRACTED') as retracted,
             count(*) filter (where c.standing = 'TAKEN_DOWN') as taken_down
            """;

    private static final String PLACED = """
            , placed as (
                select c.id, c.standing, l.above as place from counted c
                join organization.unit_line l on l.unit = c.unit and l.distance = (
                    select greatest(max(t.distance) - 1, 0) from organization.unit_line t
                    where t.unit = c.unit and (:scope = 0 or t.above = :scope)))
            select u.code, u.name,
            """;

    private final JdbcClient database;

    Contributions(JdbcClient database) {
        this.database = database;
    }

    Count whole(Period period, Optional<UnitId> scope) {
        return ask(COUNTED + "select " + COUNT + " from counted c", period, scope)
                .query((row, _) -> count(row))
                .single();
    }

    List<OfChannel> byChannel(Period period, Optional<UnitId> scope) {
        return ask(COUNTED + "select h.place, h.name, h.english_name, " + COUNT + """
                 from counted c join newsroom.open_channel h on h.code = c.channel
                 group by h.place, h.name, h.english_name order by came_out desc, h.place
                """, period, scope)
                .query((row, _) -> new OfChannel(row.getString("name"), row.getString("english_name"), count(row)))
                .list();
    }

    List<OfLevel> byLevel(Period period, Optional<UnitId> scope) {
        return ask(COUNTED + "select u.kind, " + COUNT + """
                 from counted c join organization.unit_card u on u.id = c.unit
                 group by u.kind order by came_out desc, u.kind
                """, period, scope)
                .query((row, _) -> new OfLevel(UnitKind.valueOf(row.getString("kind")), count(row)))
                .list();
    }

    /** One step below the scope, each with all that is below it; without a scope one step below the top. */
    List<OfUnit> byUnit(Period period, Optional<UnitId> scope) {
        return ask(COUNTED + PLACED + COUNT + """
                 from placed c join organization.unit_card u on u.id = c.place
                 group by u.code, u.name order by came_out desc, u.name, u.code
                """, period, scope)
                .query((row, _) -> new OfUnit(row.getString("code"), row.getString("name"), count(row)))
                .list();
    }

    /** Correspondents are ranked by what came out, alike where that is alike; others stand in the order without a rank. */
    List<OfPerson> byPerson(Period period, Optional<UnitId> scope, int most) {
        return ask(
                        COUNTED + ", told as (select c.author, f.person is not null as correspondent, " + COUNT + """
                     from counted c
                     left join correspondent.file f on f.person = c.author and f.since < :after
                         and (f.until is null or f.until >= :first)
                     group by c.author, f.person),
                ranked as (select t.*, rank() over (partition by t.correspondent order by t.came_out desc) as place from told t)
                select r.author, p.name, coalesce(u.name, '') as unit_name, r.came_out, r.retracted, r.taken_down,
                    case when r.correspondent and r.came_out > 0 then r.place::int end as place
                from ranked r
                join organization.person_card p on p.id = r.author
                left join organization.unit_card u on u.id = p.unit
                order by r.came_out desc, r.correspondent desc, p.name, r.author limit :most
                """,
                        period,
                        scope)
                .param("after", period.after())
                .param("first", period.first())
                .param("most", most)
                .query((row, _) -> {
                    @Nullable Integer place = row.getObject("place", Integer.class);
                    return new OfPerson(
                            new PersonId(row.getLong("author")),
                            row.getString("name"),
                            row.getString("unit_name"),
                            place == null ? OptionalInt.empty() : OptionalInt.of(place),
                            count(row));
                })
                .list();
    }

    /** Newest first. What is on a sheet that is not closed has no amount yet. */
    List<Own> own(PersonId person, int most) {
        return database.sql("""
                        select c.id, c.title, c.standing, c.first_public_at, s.closed_at is not null as closed,
                            case when s.closed_at is not null then coalesce(h.fen, 0) end as fen
                        from newsroom.contribution c
                        left join correspondent.piece p on p.article = c.id
                        left join correspondent.sheet s on s.id = p.sheet
                        left join correspondent.share h on h.article = c.id and h.person = :person
                        where c.author = :person or c.id in (
                            select o.article from correspondent.share o
                            join correspondent.piece q on q.article = o.article
                            join correspondent.sheet z on z.id = q.sheet and z.closed_at is not null
                            where o.person = :person)
                        order by c.first_public_at desc, c.id desc limit :most
                        """)
                .param("person", person.value())
                .param("most", most)
                .query((row, _) -> new Own(
                        row.getLong("id"),
                        row.getString("title"),
                        Standing.valueOf(row.getString("standing")),
                        row.getObject("first_public_at", OffsetDateTime.class).toInstant(),
                        Optional.ofNullable(row.getObject("fen", Long.class)),
                        row.getBoolean("closed")))
                .list();
    }

    List<OwnCorrection> ownCorrections(PersonId person) {
        return database.sql("""
                        select to_char(s.month, 'YYYY-MM') as month, to_char(c.of_month, 'YYYY-MM') as of_month, c.fen, c.reason
                        from correspondent.correction c join correspondent.sheet s on s.id = c.sheet
                        where c.person = :person and s.closed_at is not null order by s.month desc, c.id desc
                        """)
                .param("person", person.value())
                .query((row, _) -> new OwnCorrection(
                        row.getString("month"), row.getString("of_month"), row.getLong("fen"), row.getString("reason")))
                .list();
    }

    private JdbcClient.StatementSpec ask(String question, Period period, Optional<UnitId> scope) {
        return database.sql(question)
                .param("from", period.from())
                .param("until", period.until())
                .param("scope", scope.map(UnitId::value).orElse(0L));
    }

    private static Count count(ResultSet row) throws SQLException {
        return new Count(row.getLong("came_out"), row.getLong("retracted"), row.getLong("taken_down"));
    }
}
