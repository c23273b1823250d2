package cn.lianxin.verdict;

import cn.lianxin.concern.JudgedAnswer;
import cn.lianxin.kernel.UnitId;
import cn.lianxin.platform.vault.Aliases;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Finds what can be published. What was split is judged once, with the worst that was said of its parts, when all of them
 * have been judged or could have been; a part that nobody answers keeps it back for half a year and no longer.
 */
@Component
class RipeVerdicts {

    private static final Duration LONGEST_FOR_PARTS = Duration.ofDays(180);

    private static final String COLUMNS = """
            select a.concern, a.answer, a.case_of, a.counts_for, a.waits_at, a.withheld, a.speaker, v.solved, v.satisfied
            from verdict.answer a
            join verdict.verdict v on v.concern = a.concern and v.answer = a.answer
            """;

    /** One word on one answer, and the case to which it belongs. */
    private record Word(long caseOf, long countsFor, Ripe ripe) {}

    private final Aliases aliases;
    private final JdbcClient database;

    RipeVerdicts(Aliases aliases, JdbcClient database) {
        this.aliases = aliases;
        this.database = database;
    }

    /** Verdicts given up to this moment and not published. */
    List<Ripe> givenUntil(Instant until) {
        return cases(database.sql("""
                with recursive piece (case_of, concern) as (
                    select a.case_of, a.case_of
                    from verdict.answer a
                    join verdict.verdict v on v.concern = a.concern and v.answer = a.answer
                    where a.batch is null and a.counts and v.given_at <= :until
                    union
                    select piece.case_of, p.part from piece join concern.split_part p on p.whole = piece.concern
                ), unfinished as (
                    select piece.case_of
                    from piece
                    left join lateral (
                        select max(a.answered_at) as last, min(a.answered_at) as first,
                               count(*) filter (where v.given_at <= :until) as judged
                        from verdict.answer a
                        left join verdict.verdict v on v.concern = a.concern and v.answer = a.answer
                        where a.concern = piece.concern) told on true
                    group by piece.case_of
                    having count(*) > 1 and min(told.first) > :longest
                       and bool_or(told.judged = 0 and coalesce(told.last, 'infinity') > :silentSince)
                )
                """ + COLUMNS + """
                where a.batch is null and a.counts and not a.apart and v.given_at <= :until
                  and a.case_of not in (select u.case_of from unfinished u)
                  and not exists (select 1 from verdict.answer b
                      where b.case_of = a.case_of and b.counts_for = a.counts_for and b.concern <> a.concern
                        and b.batch is not null)
                order by a.waits_at, a.concern, a.answer
                """)
                .param("until", Timestamp.from(until))
                .param("silentSince", Timestamp.from(until.minus(GivingVerdicts.CHANGEABLE)))
                .param("longest", Timestamp.from(until.minus(LONGEST_FOR_PARTS)))
                .query((row, _) -> word(row))
                .list());
    }

    List<Ripe> of(long batch) {
        return cases(database.sql(COLUMNS + " where a.batch = :batch order by a.concern, a.answer")
                .param("batch", batch)
                .query((row, _) -> word(row))
                .list());
    }

    private static List<Ripe> cases(List<Word> words) {
        record Case(long of, long countsFor) {}
        return words.stream()
                .collect(Collectors.groupingBy(
                        word -> new Case(word.caseOf(), word.countsFor()), LinkedHashMap::new, Collectors.toList()))
                .values()
                .stream()
                .flatMap(one -> inParts(one)
                        ? List.of(together(one)).stream()
                        : one.stream().map(Word::ripe))
                .toList();
    }

    private static boolean inParts(Collection<Word> words) {
        return words.stream()
                        .map(word -> word.ripe().answer().concern())
                        .distinct()
                        .count()
                > 1;
    }

    private static Ripe together(List<Word> words) {
        var parts = words.stream()
                .map(Word::ripe)
                .sorted(Comparator.comparing(Ripe::solved)
                        .thenComparing(Ripe::satisfied)
                        .reversed())
                .toList();
        var worst = parts.getFirst();
        return new Ripe(
                parts.stream().map(Ripe::answer).toList(),
                worst.speaker(),
                worst.waitsAt(),
                worst.solved(),
                parts.stream()
                        .map(Ripe::satisfied)
                        .max(Comparator.naturalOrder())
                        .orElseThrow(),
                parts.stream().anyMatch(Ripe::withheld),
                worst.fromBelow());
    }

    private Word word(ResultSet row) throws SQLException {
        var speaker = row.getLong("speaker");
        var named = !row.wasNull();
        var waitsAt = row.getLong("waits_at");
        var countsFor = row.getLong("counts_for");
        return new Word(
                row.getLong("case_of"),
                countsFor,
                new Ripe(
                        List.of(new JudgedAnswer(row.getLong("concern"), row.getInt("answer"))),
                        named ? Optional.of(aliases.ofKnown(speaker)) : Optional.empty(),
                        new UnitId(waitsAt),
                        Verdict.Solved.valueOf(row.getString("solved")),
                        Verdict.Satisfied.valueOf(row.getString("satisfied")),
                        row.getBoolean("withheld"),
                        waitsAt != countsFor));
    }
}
