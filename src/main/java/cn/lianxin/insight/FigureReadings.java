package cn.lianxin.insight;

import cn.lianxin.kernel.Actor;
import cn.lianxin.organization.Directory;
import cn.lianxin.platform.audit.Door;
import cn.lianxin.platform.audit.Reader;
import cn.lianxin.platform.audit.Readings;
import cn.lianxin.platform.vault.ActorParameters;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Writes down who reads the rows behind a figure, as the room of concerns does for its own lists. */
@Component
class FigureReadings {

    private final Readings readings;
    private final Directory directory;
    private final ActorParameters parameters;
    private final JdbcClient database;

    FigureReadings(Readings readings, Directory directory, ActorParameters parameters, JdbcClient database) {
        this.parameters = parameters;
        this.readings = readings;
        this.directory = directory;
        this.database = database;
    }

    /** @param numbers none that he raised himself */
    void record(Collection<String> numbers, Actor.Member member) {
        var guarded = numbers.isEmpty() ? List.<String>of() : guarded(numbers);
        if (guarded.isEmpty()) {
            return;
        }
        var post = directory.postOf(member.person());
        var inPlaceOf = inPlaceOf(guarded, member);
        readings.record(
                Reader.person(member, post.title(), post.unit()),
                Door.FIGURE,
                guarded.stream()
                        .map(number ->
                                new Readings.Shown("concern:" + number, false, inPlaceOf.getOrDefault(number, "")))
                        .toList());
    }

    private List<String> guarded(Collection<String> numbers) {
        return database.sql("select p.number from concern.protected_case p where p.number = any (:numbers)")
                .param("numbers", numbers.toArray(String[]::new))
                .query((row, _) -> row.getString("number"))
                .list();
    }

    /** By number, for whom he stands in where he would not see it otherwise. */
    private Map<String, String> inPlaceOf(Collection<String> numbers, Actor.Member member) {
        var names = new HashMap<String, String>();
        if (member.standingIn().isEmpty()) {
            return names;
        }
        var left = new HashSet<>(numbers);
        visible(left, member.onHisOwn()).forEach(left::remove);
        for (var standIn : member.standingIn()) {
            for (var number : visible(left, new Actor.Member(member.person(), member.name(), standIn.grants()))) {
                names.put(number, standIn.name());
                left.remove(number);
            }
        }
        return names;
    }

    private List<String> visible(Collection<String> numbers, Actor.Member as) {
        return database.sql("""
                select c.number from concern.counted_case c
                where c.number = any (:numbers)
                  and c.id in (select v.id from concern.case_seen_by(:person, :alias, :desk, :handle, :lead, :supervise,
                          :absent, :ownDesk, :ownHandle, :ownLead, :ownSupervise) v)
                """)
                .params(parameters.of(as))
                .param("numbers", numbers.toArray(String[]::new))
                .query((row, _) -> row.getString("number"))
                .list();
    }
}
