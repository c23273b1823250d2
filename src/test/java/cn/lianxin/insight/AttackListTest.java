package cn.lianxin.insight;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.lianxin.ProductTest;
import cn.lianxin.TestClock;
import cn.lianxin.concern.Channel;
import cn.lianxin.concern.ConcernKind;
import cn.lianxin.concern.HandlingConcerns;
import cn.lianxin.concern.ImportingConcerns;
import cn.lianxin.concern.Mine;
import cn.lianxin.concern.NewConcern;
import cn.lianxin.concern.RaisingConcerns;
import cn.lianxin.concern.Reporter;
import cn.lianxin.identity.Village;
import cn.lianxin.insight.AttackedWorld.Moment;
import cn.lianxin.kernel.Actor;
import cn.lianxin.kernel.Grant;
import cn.lianxin.kernel.Role;
import cn.lianxin.platform.web.Screen;
import cn.lianxin.promise.Grade;
import cn.lianxin.verdict.GivingVerdicts;
import cn.lianxin.verdict.Verdict.Solved;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Each way in which a unit, even with the desk's help, could try to better its figures without answering better. The world
 * is lived twice, with the attack and without; no figure may have improved, none may have vanished. That the attack is one
 * at all is shown beside it: a figure counted by how things stand at the end improves.
 */
@ProductTest
class AttackListTest {

    private static final Actor READER = new Actor.Clockwork("test");
    private static final double MOMENT_IN_DAYS = 0.01;

    private static final Attack NONE = new Attack("none", Moment.FILED, _ -> {});

    /** What somebody does, and when. */
    record Attack(String name, Moment moment, Consumer<AttackedWorld> strike) {
        @Override
        public String toString() {
            return name;
        }
    }

    @Autowired
    RaisingConcerns raising;

    @Autowired
    HandlingConcerns handling;

    @Autowired
    ImportingConcerns importing;

    @Autowired
    GivingVerdicts giving;

    @Autowired
    ApplicationContext context;

    @Autowired
    KeepingQuarters keeping;

    @Autowired
    Indicators indicators;

    @Autowired
    Village village;

    @Autowired
    JdbcClient database;

    @Autowired
    TransactionTemplate transactions;

    private final Map<AttackedWorld, Actor.Member> secondHandlers = new HashMap<>();

    @AfterEach
    void resetClock() {
        TestClock.reset();
        // Weeks to come were released while the clock stood ahead.
        database.sql("delete from verdict.release").update();
    }

    static List<Attack> attacks() {
        return List.of(
                new Attack("splitting what is easy", Moment.FILED, world -> {
                    for (var part = 0; part < 4; part++) {
                        world.split(world.easy(), Solved.SOLVED);
                    }
                }),
                new Attack(
                        "linking what is hard",
                        Moment.FILED,
                        world -> world.link(world.hard().get(1), world.hard().get(0))),
                new Attack(
                        "calling it another matter of another grade",
                        Moment.FILED,
                        world -> world.hard()
                                .forEach(
                                        number -> world.activities.handling.reclassify(number, "A2", world.mine.desk))),
                new Attack(
                        "moving it to another unit",
                        Moment.ASSIGNED,
                        world -> world.hard().forEach(world::moveAway)),
                new Attack("moving the day by an extension", Moment.LAST_DAY, world -> {
                    var until =
                            LocalDate.ofInstant(TestClock.now(), Screen.ZONE).plusDays(25);
                    world.activities.handling.askExtension(world.late(), until, "等配件", world.mine.handler);
                    world.activities.handling.decideExtension(world.late(), true, "", world.mine.leader);
                }),
                new Attack(
                        "bringing in old cases with good dates",
                        Moment.OVERDUE,
                        world -> world.activities.importGoodOnes(world)),
                new Attack("having it withdrawn when it is late", Moment.OVERDUE, AttackedWorld::hardOnesWithdrawn),
                new Attack("having it withdrawn before its day", Moment.LAST_DAY, AttackedWorld::hardOnesWithdrawn),
                new Attack(
                        "handing everything back", Moment.ASSIGNED, world -> world.concerns.forEach(world::moveAway)),
                new Attack(
                        "asking for what nobody needs",
                        Moment.LAST_DAY,
                        world -> world.hard()
                                .forEach(number ->
                                        world.activities.handling.askForMore(number, "身份证号是多少？", world.mine.handler))),
                new Attack("transferring it on the last day", Moment.LAST_DAY, world -> {
                    world.hard().forEach(world::moveAway);
                    world.moveAway(world.late());
                }),
                new Attack(
                        "raising something oneself",
                        Moment.FILED,
                        world -> IntStream.range(0, 5)
                                .forEach(_ -> world.more.add(world.raise(world.mine.handler, Solved.SOLVED)))),
                new Attack(
                        "having praise sent in",
                        Moment.FILED,
                        world -> IntStream.range(0, 5)
                                .forEach(at -> world.more.add(world.activities.suggest(world, at)))));
    }

    /** Those that would better what was published of the verdicts. */
    static List<Attack> attacksOnVerdicts() {
        return List.of(
                new Attack(
                        "splitting what is solved, so that it is judged more than once",
                        Moment.FILED,
                        world -> IntStream.range(0, 4).forEach(_ -> world.split(world.easy(), Solved.SOLVED))),
                new Attack(
                        "splitting off what is not solved",
                        Moment.FILED,
                        world -> world.sour().forEach(number -> {
                            world.split(number, Solved.NOT_SOLVED);
                            world.words.put(number, Solved.SOLVED);
                        })),
                new Attack(
                        "linking who is not content under one who is",
                        Moment.FILED,
                        world -> world.link(world.sour().getFirst(), world.contentLater())),
                new Attack(
                        "moving on the last day what will not be solved",
                        Moment.LAST_DAY,
                        world -> world.sour().forEach(world::moveAway)),
                new Attack(
                        "moving it right before its batch comes out",
                        Moment.JUDGED,
                        world -> world.sour().forEach(world::takenUpAgainAndMovedAway)),
                new Attack(
                        "praising oneself",
                        Moment.FILED,
                        world -> IntStream.range(0, 5)
                                .forEach(_ -> world.more.add(world.raise(world.mine.handler, Solved.SOLVED)))),
                new Attack(
                        "entering praise for nobody in particular",
                        Moment.FILED,
                        world -> IntStream.range(0, 5).forEach(_ -> world.activities.enterWithoutAName(world))),
                new Attack(
                        "having praise sent in and judged",
                        Moment.FILED,
                        world -> IntStream.range(0, 5)
                                .forEach(at -> world.more.add(world.activities.suggest(world, at)))));
    }

    @ParameterizedTest
    @MethodSource("attacks")
    void it_betters_no_figure(Attack attack) {
        var honest = live(NONE, attack);
        var attacked = live(attack, attack);

        assertThat(bettered(honest.shown(), attacked.shown())).isEmpty();
        assertThat(attacked.naive())
                .as("by how it stands at the end, it would have")
                .satisfiesAnyOf(
                        naive -> assertThat(naive).isEmpty(),
                        naive -> assertThat(naive.orElseThrow())
                                .isGreaterThan(honest.naive().orElseThrow()));
    }

    @ParameterizedTest
    @MethodSource("attacksOnVerdicts")
    void it_betters_no_figure_of_verdicts_either(Attack attack) {
        var honest = live(NONE, attack);
        var attacked = live(attack, attack);

        assertThat(bettered(honest.shown(), attacked.shown())).isEmpty();
        assertThat(attacked.naiveSolved())
                .as("counted verdict by verdict for who has it in the end, it would have")
                .isGreaterThan(honest.naiveSolved());
    }

    @Test
    void the_honest_world_is_counted_as_by_hand() {
        var figures = live(NONE, NONE).shown().get(0);

        assertThat(counts(figures, Indicator.ON_TIME)).isEqualTo("9/12");
        assertThat(counts(figures, Indicator.UNANSWERED)).isEqualTo("2/12");
        assertThat(counts(figures, Indicator.RESPONSE)).isEqualTo("12/12");
        assertThat(counts(figures, Indicator.RATED)).isEqualTo("9/10");
        assertThat(counts(figures, Indicator.NO_VERDICT)).isEqualTo("1/10");
        assertThat(counts(figures, Indicator.SOLVED)).isEqualTo("4/9");
        assertThat(counts(figures, Indicator.SOLVED_AND_STAYED)).isEqualTo("4/9");
        assertThat(counts(figures, Indicator.SATISFIED)).isEqualTo("4/9");
        assertThat(of(figures, Indicator.DAYS).median().orElseThrow()).isBetween(3.99, 4.01);
    }

    @Test
    void nothing_can_be_deleted() {
        var world = new AttackedWorld(this, village);
        var number = world.raise(world.workers.getFirst(), Solved.SOLVED);

        for (var statement : List.of(
                "delete from concern.step s using concern.concern c where s.concern = c.id and c.number = :number",
                "delete from concern.concern c where c.number = :number")) {
            assertThatThrownBy(() -> database.sql(statement)
                            .param("number", number.toString())
                            .update())
                    .isInstanceOf(org.springframework.dao.DataAccessException.class);
        }
    }

    @Test
    void the_comparison_notices_an_improvement_and_a_figure_that_vanished() {
        var before = List.of(Figure.of(Indicator.ON_TIME, 1, 5, 8, Map.of()));

        assertThat(bettered(List.of(before), List.of(List.of(Figure.of(Indicator.ON_TIME, 1, 9, 12, Map.of())))))
                .hasSize(1);
        assertThat(bettered(List.of(before), List.of(List.of(Figure.withheld(Indicator.ON_TIME, 1, Withheld.FEW)))))
                .hasSize(1);
        assertThat(bettered(List.of(before), List.of(List.of(Figure.of(Indicator.ON_TIME, 1, 4, 8, Map.of())))))
                .isEmpty();
    }

    /**
     * @param naive the share on time by present unit, matter, state and day; empty where nothing is left of it
     * @param naiveSolved the share of all verdicts on what the district has in the end and did not link
     */
    private record Outcome(List<List<Figure>> shown, Optional<Double> naive, double naiveSolved) {}

    /** @param seen by whose measure the naive share is taken */
    private Outcome live(Attack attack, Attack seen) {
        resetClock();
        var world = new AttackedWorld(this, village);
        world.live(attack);
        var district = Group.of(world.mine.district, world.quarter);
        var shown = new ArrayList<List<Figure>>();
        for (var group : List.of(
                district,
                district.about("E"),
                district.graded(Grade.U3),
                district.during(world.quarter.months().get(1)),
                Group.of(world.mine.mine, world.quarter))) {
            shown.add(indicators.of(group, READER));
        }
        return new Outcome(shown, naive(world, seen), naiveSolved(world));
    }

    private static List<String> bettered(List<List<Figure>> honest, List<List<Figure>> attacked) {
        var found = new ArrayList<String>();
        for (var group = 0; group < honest.size(); group++) {
            for (var before : honest.get(group)) {
                var after = of(attacked.get(group), before.indicator());
                if (before.withheld().isEmpty() && (after.withheld().isPresent() || better(before, after))) {
                    found.add(group + ": " + before + " became " + after);
                }
            }
        }
        return found;
    }

    private static boolean better(Figure before, Figure after) {
        var change = before.indicator().inDays()
                ? after.median().orElseThrow() - before.median().orElseThrow()
                : after.share().orElseThrow() - before.share().orElseThrow();
        var least = before.indicator().inDays() ? MOMENT_IN_DAYS : 1e-9;
        return switch (before.indicator().better()) {
            case HIGHER -> change > least;
            case LOWER -> change < -least;
            case NEITHER -> false;
        };
    }

    private Optional<Double> naive(AttackedWorld world, Attack attack) {
        var above = attack.name().startsWith("bringing") ? world.mine.mine : world.mine.district;
        return database.sql("""
                select count(*) as cases, count(*) filter (where a.answered <= c.reply_by) as on_time
                from concern.concern c
                left join lateral (select min(s.at) as answered from concern.step s
                    where s.concern = c.id and s.kind in ('REPLIED', 'RECORDED')) a on true
                where coalesce(c.lead_unit, c.desk_unit) in
                        (select l.unit from organization.unit_line l where l.above = :above)
                  and c.matter like 'E%' and c.state not in ('LINKED', 'WITHDRAWN', 'ASKED_FOR_MORE')
                """)
                .param("above", above.value())
                .query((row, _) -> row.getLong("cases") == 0
                        ? Optional.<Double>empty()
                        : Optional.of((double) row.getLong("on_time") / row.getLong("cases")))
                .single();
    }

    private double naiveSolved(AttackedWorld world) {
        return database.sql("""
                select coalesce(avg(case v.solved when 'SOLVED' then 1.0 else 0.0 end), 0) as solved
                from verdict.verdict v
                join concern.concern c on c.id = v.concern
                where c.lead_unit in (select l.unit from organization.unit_line l where l.above = :district)
                  and not exists (select 1 from concern.step s where s.concern = c.id and s.kind = 'LINKED')
                """)
                .param("district", world.mine.district.value())
                .query(Double.class)
                .single();
    }

    Actor.Member secondHandler(AttackedWorld world) {
        return secondHandlers.computeIfAbsent(
                world,
                _ -> new Actor.Member(
                        village.holder(Role.HANDLER, world.mine.district),
                        "人",
                        List.of(new Grant(Role.HANDLER, world.mine.district))));
    }

    private void enterWithoutAName(AttackedWorld world) {
        var concern = new NewConcern(
                ConcernKind.HELP,
                "E4",
                "",
                "澡堂没热水",
                "二号澡堂",
                Reporter.Mode.ANONYMOUS,
                Optional.empty(),
                Optional.empty(),
                Channel.DESK,
                List.of());
        var clerk = new Actor.Member(
                world.mine.mineLeader.person(), "人", List.of(new Grant(Role.DESK_OFFICER, world.mine.mine)));
        var raised = raising.raise(concern, Mine.token(), clerk);
        world.willSay(
                raised.number(),
                Solved.SOLVED,
                new Actor.ReceiptHolder(raised.receipt().digest()));
        world.more.add(raised.number());
    }

    private cn.lianxin.concern.ConcernNumber suggest(AttackedWorld world, int at) {
        var by = world.workers.get(at);
        var concern = new NewConcern(
                ConcernKind.SUGGESTION,
                "E4",
                "",
                "区队工作做得好，建议表扬",
                "二号澡堂",
                Reporter.Mode.NAMED,
                Optional.empty(),
                Optional.empty(),
                Channel.PAGE,
                List.of());
        var number = raising.raise(concern, Mine.token(), by).number();
        world.willSay(number, Solved.SOLVED, by);
        return number;
    }

    private void importGoodOnes(AttackedWorld world) {
        for (var worker : world.workers) {
            var at = TestClock.now().minus(Duration.ofDays(10));
            transactions.executeWithoutResult(_ -> importing.file(new ImportingConcerns.Past(
                    ConcernKind.HELP,
                    Channel.LEDGER,
                    "E4",
                    new Reporter.Named(worker.person()),
                    "老件",
                    "澡堂没热水",
                    "三号澡堂",
                    world.mine.crew,
                    at,
                    Optional.of(new ImportingConcerns.PastReply(Mine.reply(), at.plus(Duration.ofHours(3)))),
                    "")));
        }
    }

    private static String counts(List<Figure> figures, Indicator indicator) {
        var figure = of(figures, indicator);
        return figure.numerator() + "/" + figure.denominator();
    }

    private static Figure of(List<Figure> figures, Indicator indicator) {
        return Objects.requireNonNull(figures.stream()
                .filter(figure -> figure.indicator() == indicator)
                .findFirst()
                .orElse(null));
    }
}
