package cn.lianxin.insight;

import cn.lianxin.TestClock;
import cn.lianxin.concern.ConcernNumber;
import cn.lianxin.concern.Mine;
import cn.lianxin.concern.Reporter;
import cn.lianxin.identity.Village;
import cn.lianxin.kernel.Actor;
import cn.lianxin.kernel.UnitId;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * Eight workers raise something with a district: five are answered the next day, one after three weeks, two never. Another
 * district of the mine answers six of its own late. An attack may strike at four moments.
 */
final class AttackedWorld {

    /** When somebody may try to better the figures of the district. */
    enum Moment {
        FILED,
        ASSIGNED,
        LAST_DAY,
        OVERDUE
    }

    private static final Duration UNTIL_CLOSED = Duration.ofDays(100);

    final AttackListTest activities;
    final Mine mine;
    final List<Actor.Member> workers;
    final List<ConcernNumber> concerns = new ArrayList<>();
    final List<ConcernNumber> more = new ArrayList<>();
    final Span quarter;
    private final Map<ConcernNumber, UnitId> leads = new HashMap<>();
    private final Set<ConcernNumber> linked = new java.util.HashSet<>();

    AttackedWorld(AttackListTest activities, Village village) {
        this.activities = activities;
        mine = new Mine(village);
        workers = workers(village, mine.crew, 8);
        quarter = Span.quarterOf(java.time.LocalDate.ofInstant(TestClock.now(), cn.lianxin.platform.web.Screen.ZONE));
    }

    void live(AttackListTest.Attack attack, Village village) {
        workers.forEach(worker -> concerns.add(raise(worker)));
        var elsewhere =
                workers(village, mine.other, 6).stream().map(this::raise).toList();
        strike(attack, Moment.FILED);
        elsewhere.forEach(number -> assign(number, mine.other));
        concerns.stream().filter(number -> !linked.contains(number)).forEach(number -> assign(number, mine.district));
        more.forEach(number -> assign(number, mine.district));
        strike(attack, Moment.ASSIGNED);
        TestClock.forward(Duration.ofDays(1));
        IntStream.range(0, 5).forEach(at -> answer(concerns.get(at)));
        more.forEach(this::answer);
        TestClock.forward(Duration.ofDays(2));
        strike(attack, Moment.LAST_DAY);
        TestClock.forward(Duration.ofDays(17));
        strike(attack, Moment.OVERDUE);
        answer(late());
        elsewhere.forEach(this::answer);
        TestClock.forward(UNTIL_CLOSED);
    }

    ConcernNumber easy() {
        return concerns.getFirst();
    }

    ConcernNumber late() {
        return concerns.get(5);
    }

    List<ConcernNumber> hard() {
        return concerns.subList(6, 8);
    }

    ConcernNumber raise(Actor by) {
        return activities
                .raising
                .raise(Mine.concern("E4", Reporter.Mode.NAMED), Mine.token(), by)
                .number();
    }

    void assign(ConcernNumber number, UnitId unit) {
        activities.handling.accept(number, mine.desk);
        give(number, unit);
    }

    private void give(ConcernNumber number, UnitId unit) {
        activities.handling.assign(number, unit, Set.of(), "", mine.desk);
        leads.put(number, unit);
        activities.handling.acknowledge(number, "", handlerOf(number));
    }

    /** Back to the desk, which believes it, and on to the other district. */
    void moveAway(ConcernNumber number) {
        activities.handling.handBack(number, "不归我们管", handlerOf(number));
        activities.handling.decideHandBack(number, true, "", mine.desk);
        give(number, mine.other);
    }

    void link(ConcernNumber number, ConcernNumber main) {
        activities.handling.link(number, main, "同一件事", mine.desk);
        linked.add(number);
    }

    Actor.Member handlerOf(ConcernNumber number) {
        if (mine.other.equals(leads.get(number))) {
            return mine.otherHandler;
        }
        return more.contains(number) ? activities.secondHandler(this) : mine.handler;
    }

    private void answer(ConcernNumber number) {
        activities.handling.reply(number, Mine.reply(), handlerOf(number));
    }

    private void strike(AttackListTest.Attack attack, Moment moment) {
        if (attack.moment() == moment) {
            attack.strike().accept(this);
        }
    }

    private static List<Actor.Member> workers(Village village, UnitId unit, int count) {
        return IntStream.range(0, count)
                .mapToObj(_ -> new Actor.Member(village.worker(unit), "工", List.of()))
                .toList();
    }
}
