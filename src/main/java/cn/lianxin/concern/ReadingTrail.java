package cn.lianxin.concern;

import cn.lianxin.kernel.Actor;
import cn.lianxin.organization.Directory;
import cn.lianxin.platform.audit.Door;
import cn.lianxin.platform.audit.Reader;
import cn.lianxin.platform.audit.Readings;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Writes down who reads protected concerns, in the transaction that reads them. Whoever raised them is not written down, but
 * a program is that reads along with his receipt.
 */
@Component
class ReadingTrail {

    /** @param named whether the reporter's name is shown, which is not for all */
    record Shown(String number, boolean named) {}

    private final Readings readings;
    private final Directory directory;
    private final ConfidentialReporters reporters;
    private final JdbcClient database;

    ReadingTrail(Readings readings, Directory directory, ConfidentialReporters reporters, JdbcClient database) {
        this.readings = readings;
        this.directory = directory;
        this.reporters = reporters;
        this.database = database;
    }

    static String subject(String number) {
        return "concern:" + number;
    }

    /** That one concern is opened. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void opened(Concern concern, Party party, boolean named, Door door, Actor by) {
        var his = by instanceof Actor.Member && party.is(Standing.SPEAKER);
        if (Protection.covers(concern.filing()) && !his) {
            write(List.of(new Shown(concern.number().toString(), named)), door, by);
        }
    }

    /** That these lines are shown, without a name. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void listed(Collection<String> numbers, Door door, Actor by) {
        write(numbers.stream().map(number -> new Shown(number, false)).toList(), door, by);
    }

    /** @param shown protected ones that the actor did not raise himself */
    @Transactional(propagation = Propagation.MANDATORY)
    public void write(Collection<Shown> shown, Door door, Actor by) {
        if (shown.isEmpty()) {
            return;
        }
        switch (by) {
            case Actor.Member member -> {
                var post = directory.postOf(member.person());
                write(shown, door, Reader.person(member, post.title(), post.unit()), inPlaceOf(shown, member));
            }
            case Actor.Application program -> write(shown, door, Reader.application(program), Map.of());
            case Actor.ReceiptHolder holder ->
                holder.through().ifPresent(program -> write(shown, door, Reader.application(program), Map.of()));
            case Actor.Visitor _, Actor.Clockwork _ ->
                throw new IllegalStateException("a protected concern is shown to nobody");
        }
    }

    private void write(Collection<Shown> shown, Door door, Reader reader, Map<String, String> inPlaceOf) {
        readings.record(
                reader,
                door,
                shown.stream()
                        .map(one -> new Readings.Shown(
                                subject(one.number()), one.named(), inPlaceOf.getOrDefault(one.number(), "")))
                        .toList());
    }

    /** By number, for whom he stands in where he would not see it otherwise. */
    private Map<String, String> inPlaceOf(Collection<Shown> shown, Actor.Member member) {
        if (member.standingIn().isEmpty()) {
            return Map.of();
        }
        var names = new HashMap<String, String>();
        var left = new HashSet<>(shown.stream().map(Shown::number).toList());
        left.removeAll(visible(left, member.onHisOwn()));
        for (var standIn : member.standingIn()) {
            for (var number : visible(left, new Actor.Member(member.person(), member.name(), standIn.grants()))) {
                names.put(number, standIn.name());
                left.remove(number);
            }
        }
        return names;
    }

    private Set<String> visible(Collection<String> numbers, Actor.Member as) {
        if (numbers.isEmpty()) {
            return Set.of();
        }
        return new HashSet<>(database.sql("select c.number from " + Scope.VISIBLE + " where c.number = any (:numbers)")
                .params(reporters.scope(as))
                .param("numbers", numbers.toArray(String[]::new))
                .query((row, _) -> row.getString("number"))
                .list());
    }
}
