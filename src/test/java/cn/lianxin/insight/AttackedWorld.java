package cn.lianxin.insight;

import static cn.lianxin.verdict.Verdict.Solved.NOT_SOLVED;
import static cn.lianxin.verdict.Verdict.Solved.PARTLY;
import static cn.lianxin.verdict.Verdict.Solved.SOLVED;

import cn.lianxin.TestClock;
import cn.lianxin.concern.ConcernNumber;
import cn.lianxin.concern.Mine;
import cn.lianxin.concern.Reporter;
import cn.lianxin.identity.Village;
import cn.lianxin.kernel.Actor;
import cn.lianxin.kernel.UnitId;
import cn.lianxin.platform.web.Screen;
import cn.lianxin.verdict.Mondays;
import cn.lianxin.verdict.Verdict;
import cn.lianxin.verdict.Verdict.Solved;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Twelve workers raise something with a district: five are answered the next day, four on the fourth, one after three
 * weeks, two never. Of the ten answered one says nothing, four say that it is solved, five that it is not or only in part.
 * Another district of the mine answers six of its own late. An attack may strike at five moments.
 */
final class AttackedWorld {

    /** When somebody may try to better the figures of the district. */
    enum Moment {
        FILED,
        ASSIGNED,
        LAST_DAY,
        OVERDUE,
        JUDGED
    }

    private static final Duration WHILE_RAISED_AGAIN = Duration.ofDays(10);
    private static final Duration UNTIL_RELEASED = Duration.ofDays(28);
    private static final int SILENT = 3;
    private static final List<Solved> WORDS = List.of(
            SOLVED,
            SOLVED,
            SOLVED,
            SOLVED,
            PARTLY,
            NOT_SOLVED,
            NOT_SOLVED,
            NOT_SOLVED,
            NOT_SOLVED,
            NOT_SOLVED,
            NOT_SOLVED,
            SOLVED);

    final AttackListTest activities;
    final Mine mine;
    final List<Actor.Member> workers;
    private final List<Actor.Member> elsewhere;
    final List<ConcernNumber> concerns = new ArrayList<>();
    final List<ConcernNumber> more = new ArrayList<>();
    final Span quarter;
    final Map<ConcernNumber, Solved> words = new HashMap<>();
    private final Map<ConcernNumber, Actor> speakers = new HashMap<>();
    private final Map<ConcernNumber, UnitId> leads = new HashMap<>();
    private final Set<ConcernNumber> linked = new java.util.HashSet<>();

    AttackedWorld(AttackListTest activities, Village village) {
        this.activities = activities;
        mine = new Mine(village);
        workers = workers(village, mine.crew, 12);
        elsewhere = workers(village, mine.other, 6);
        onSecondMonday();
        quarter = Span.quarterOf(today());
    }

    /** Everything until the batches come out lies in one quarter, in days that no festival touches. */
    private static void onSecondMonday() {
        var next = Span.quarterOf(today()).last().plusDays(8).with(TemporalAdjusters.next(DayOfWeek.MONDAY));
        var morning = next.atTime(9, 0).atZone(Screen.ZONE).toInstant();
        TestClock.forward(Duration.between(TestClock.now(), morning));
    }

    static LocalDate today() {
        return LocalDate.ofInstant(TestClock.now(), Screen.ZONE);
    }

    void live(AttackListTest.Attack attack) {
        for (var at = 0; at < workers.size(); at++) {
            concerns.add(raise(workers.get(at), WORDS.get(at)));
        }
        words.remove(concerns.get(SILENT));
        var others = IntStream.range(0, elsewhere.size())
                .mapToObj(at -> raise(elsewhere.get(at), at % 2 == 0 ? SOLVED : NOT_SOLVED))
                .toList();
        strike(attack, Moment.FILED);
        others.forEach(number -> assign(number, mine.other));
        concerns.stream().filter(number -> !linked.contains(number)).forEach(number -> assign(number, mine.district));
        more.forEach(number -> assign(number, mine.district));
        strike(attack, Moment.ASSIGNED);
        TestClock.forward(Duration.ofDays(1));
        concerns.subList(0, 5).forEach(this::answer);
        more.forEach(this::answer);
        TestClock.forward(Duration.ofDays(2));
        strike(attack, Moment.LAST_DAY);
        TestClock.forward(Duration.ofDays(1));
        Stream.concat(sour().stream(), Stream.of(contentLater()))
                .filter(number -> !linked.contains(number))
                .forEach(this::answer);
        TestClock.forward(Duration.ofDays(16));
        strike(attack, Moment.OVERDUE);
        answer(late());
        others.forEach(this::answer);
        words.forEach(this::judge);
        TestClock.forward(WHILE_RAISED_AGAIN);
        strike(attack, Moment.JUDGED);
        TestClock.forward(UNTIL_RELEASED);
        Mondays.release(activities.context);
        var counted =
                quarter.recurrencesFinalOn().atTime(9, 0).atZone(Screen.ZONE).toInstant();
        TestClock.forward(Duration.between(TestClock.now(), counted));
        activities.keeping.keepWhatIsFinal(mine.mine);
    }

    private void judge(ConcernNumber number, Solved word) {
        if (hard().contains(number)) {
            return;
        }
        activities.giving.give(
                number,
                new Verdict(word, Verdict.Satisfied.values()[word.ordinal()], ""),
                Objects.requireNonNull(speakers.get(number)));
    }

    /** Answered on the fourth day, and nothing is solved. */
    List<ConcernNumber> sour() {
        return concerns.subList(8, 11);
    }

    /** Answered on the fourth day, and solved. */
    ConcernNumber contentLater() {
        return concerns.getLast();
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

    /** And nobody from outside has asked why. */
    void hardOnesWithdrawn() {
        IntStream.of(6, 7).forEach(at -> activities.raising.withdraw(concerns.get(at), "叫我撤的", workers.get(at)));
    }

    ConcernNumber raise(Actor by, Solved word) {
        var number = activities
                .raising
                .raise(Mine.concern("E4", Reporter.Mode.NAMED), Mine.token(), by)
                .number();
        willSay(number, word, by);
        return number;
    }

    void willSay(ConcernNumber number, Solved word, Actor speaker) {
        words.put(number, word);
        speakers.put(number, speaker);
    }

    /** Takes out of it a part of which its worker will say this. */
    void split(ConcernNumber whole, Solved word) {
        var part = activities.handling.split(whole, "一样的", "澡堂没热水", "E4", mine.desk);
        willSay(part, word, Objects.requireNonNull(speakers.get(whole)));
        more.add(part);
    }

    /** After the answer, when the worker has taken it up again. */
    void takenUpAgainAndMovedAway(ConcernNumber number) {
        activities.raising.raiseAgain(number, "还是凉的", List.of(), Objects.requireNonNull(speakers.get(number)));
        give(number, mine.other);
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
