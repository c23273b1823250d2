package cn.lianxin.casework;

import cn.lianxin.concern.ReceivedConcern;
import cn.lianxin.kernel.Actor;
import cn.lianxin.kernel.Role;
import cn.lianxin.kernel.UnitId;
import cn.lianxin.promise.Matter;
import cn.lianxin.promise.Matters;
import java.util.List;
import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Which matters a concern may be of, and why: as this desk sorts, or by the words of the classification. */
@Component
class Suggesting {

    /**
     * @param percent how sure it is, where it was learnt
     * @param because words of the concern itself
     */
    record Suggestion(Matter matter, Optional<Integer> percent, List<String> because) {}

    private static final int MOST = 3;

    /** Nothing that was learnt is certain. */
    private static final int SUREST = 99;

    private final Matters matters;
    private final ObjectProvider<MatterAdvice> advice;
    private final JdbcClient database;

    Suggesting(Matters matters, ObjectProvider<MatterAdvice> advice, JdbcClient database) {
        this.matters = matters;
        this.advice = advice;
        this.database = database;
    }

    List<Suggestion> of(ReceivedConcern concern, Actor actor) {
        var learnt = concern.restricted() || !sitsAt(concern.desk(), actor)
                ? List.<Suggestion>of()
                : learnt(concern.desk(), concern.title(), concern.words());
        return learnt.isEmpty() ? byWords(concern.title() + concern.words()) : learnt;
    }

    private List<Suggestion> learnt(UnitId desk, String title, String words) {
        return advice.stream()
                .flatMap(room -> room.advise(desk, title, words, MOST).stream())
                .filter(one -> matters.knows(one.matter()))
                .map(one -> new Suggestion(
                        matters.get(one.matter()),
                        Optional.of((int) Math.min(SUREST, Math.round(100 * one.confidence()))),
                        one.because()))
                .filter(one -> !one.matter().grade().restricted())
                .toList();
    }

    private List<Suggestion> byWords(String text) {
        return matters.suggest(text, MOST).stream()
                .map(one -> new Suggestion(one.matter(), Optional.empty(), one.because()))
                .toList();
    }

    /** Whether he is an officer of this desk or of one above, and so may read all that it sorted. */
    private boolean sitsAt(UnitId desk, Actor actor) {
        return database.sql("""
                select exists (select 1 from organization.unit_line l where l.unit = :desk and l.above = any (:units))
                """)
                .param("desk", desk.value())
                .param(
                        "units",
                        actor.unitsAs(Role.DESK_OFFICER).stream()
                                .map(UnitId::value)
                                .toArray(Long[]::new))
                .query(Boolean.class)
                .single();
    }
}
