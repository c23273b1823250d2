package cn.lianxin.escalation;

import static org.assertj.core.api.Assertions.assertThat;

import cn.lianxin.ProductTest;
import cn.lianxin.TestClock;
import cn.lianxin.concern.Channel;
import cn.lianxin.concern.ConcernKind;
import cn.lianxin.concern.ConcernNumber;
import cn.lianxin.concern.EscalatingConcerns;
import cn.lianxin.concern.HandlingConcerns;
import cn.lianxin.concern.Mine;
import cn.lianxin.concern.NewConcern;
import cn.lianxin.concern.PausingConcerns;
import cn.lianxin.concern.RaisingConcerns;
import cn.lianxin.concern.Reporter;
import cn.lianxin.identity.SignedIn;
import cn.lianxin.identity.Village;
import cn.lianxin.kernel.Actor;
import cn.lianxin.kernel.Grant;
import cn.lianxin.kernel.Role;
import cn.lianxin.kernel.UnitId;
import cn.lianxin.organization.NewUnit;
import cn.lianxin.organization.Structuring;
import cn.lianxin.organization.UnitKind;
import cn.lianxin.promise.TimeLimits;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

@ProductTest
class EscalationTest {

    /** A step of the trail, as the timeline has it. */
    private record Trail(String clock, String threshold, long unit) {}

    @Autowired
    RaisingConcerns raising;

    @Autowired
    HandlingConcerns handling;

    @Autowired
    PausingConcerns pausing;

    @Autowired
    EscalatingConcerns escalating;

    @Autowired
    Escalation escalation;

    @Autowired
    Climbs climbs;

    @Autowired
    Structuring structuring;

    @Autowired
    Village village;

    @Autowired
    MockMvcTester mvc;

    @Autowired
    JdbcClient database;

    UnitId group = new UnitId(0);
    UnitId company = new UnitId(0);
    UnitId mine = new UnitId(0);
    UnitId district = new UnitId(0);
    UnitId crew = new UnitId(0);
    Actor groupLeader = new Actor.Visitor();
    Actor desk = new Actor.Visitor();
    Actor handler = new Actor.Visitor();
    Actor worker = new Actor.Visitor();

    @BeforeEach
    void found() {
        group = unit(UnitKind.GROUP, Optional.empty());
        company = unit(UnitKind.COMPANY, Optional.of(group));
        mine = unit(UnitKind.MINE, Optional.of(company));
        district = unit(UnitKind.DISTRICT, Optional.of(mine));
        crew = unit(UnitKind.CREW, Optional.of(district));
        groupLeader = holder(Role.UNIT_LEADER, group);
        holder(Role.UNIT_LEADER, company);
        holder(Role.UNIT_LEADER, mine);
        holder(Role.UNIT_LEADER, district);
        holder(Role.UNIT_LEADER, crew);
        holder(Role.SUPERVISOR, group);
        holder(Role.SUPERVISOR, mine);
        desk = holder(Role.DESK_OFFICER, mine);
        handler = holder(Role.HANDLER, crew);
        worker = new Actor.Member(village.worker(crew), "工", List.of());
        // The other tests' concerns live in the same database and are none of ours.
        database.sql("delete from escalation.watch").update();
    }

    @AfterEach
    void asBefore() {
        TestClock.reset();
        database.sql("delete from promise.rule where version >= 100").update();
        database.sql("delete from promise.rule_version where id >= 100").update();
    }

    @Test
    @Tag("slow")
    void with_all_handlers_frozen_for_thirty_days_every_open_concern_reaches_the_top_with_a_full_trail() {
        var open = new ArrayList<ConcernNumber>();
        for (var matter : List.of("E4", "A2", "C3", "M4", "K4")) {
            open.add(raised(matter, "说说这件事"));
        }
        open.add(raised("C3", "回风巷透水了"));
        for (var matter : List.of("E4", "A2", "C3", "M4")) {
            open.add(inHand(matter));
        }
        open.add(assigned("A2"));
        var asked = inHand("A2");
        handling.askForMore(asked, "哪天？", handler);
        open.add(asked);
        var back = inHand("E4");
        handling.handBack(back, "不归我们", handler);
        open.add(back);
        var again = inHand("E4");
        handling.reply(again, Mine.reply(), handler);
        raising.raiseAgain(again, "没修", List.of(), worker);
        open.add(again);
        var main = raised("E4", "澡堂没热水");
        var linked = raised("E4", "澡堂水凉");
        handling.link(linked, main, "一回事", desk);
        open.add(main);
        open.add(linked);

        for (var day = 0; day < 30; day++) {
            TestClock.forward(Duration.ofDays(1));
            escalation.climbWhatIsDue();
        }

        for (var number : open) {
            var trail = trail(number);
            assertThat(trail).as("%s tells each threshold once", number).doesNotHaveDuplicates();
            assertThat(trail.stream().map(Trail::unit))
                    .as("the trail of %s ends at the top: %s", number, trail)
                    .contains(group.value());
        }
        for (var number : open.stream().filter(one -> !isReport(one)).toList()) {
            assertThat(trail(number).stream().map(Trail::unit))
                    .as("the trail of %s leaves nobody out: %s", number, trail(number))
                    .containsAll(lineFrom(number));
        }
        var seen = text("/escalations", groupLeader);
        for (var number : open.stream().filter(one -> !isReport(one)).toList()) {
            assertThat(seen).contains(number.toString());
        }
    }

    @Test
    void a_threshold_is_told_when_it_is_reached_and_not_before_and_once_however_often_one_looks() throws Exception {
        var number = inHand("A2");
        var waiting = escalating.waiting(key(number)).orElseThrow();
        var half = Duration.between(waiting.promisedAt(), waiting.deadlines().replyBy())
                .dividedBy(2);

        TestClock.forward(half.minusMinutes(5));
        escalation.climbWhatIsDue();
        assertThat(trail(number))
                .filteredOn(step -> step.clock().equals("REPLY"))
                .isEmpty();

        TestClock.forward(Duration.ofMinutes(6));
        var threads = List.of(
                Thread.ofPlatform().start(escalation::climbWhatIsDue),
                Thread.ofPlatform().start(escalation::climbWhatIsDue));
        for (var thread : threads) {
            thread.join();
        }
        climbs.lookAt(key(number), TestClock.now().minusSeconds(60));
        escalation.climbWhatIsDue();

        assertThat(trail(number))
                .filteredOn(step -> step.clock().equals("REPLY"))
                .containsExactly(new Trail("REPLY", "50%", crew.value()));
        assertThat(text("/concerns/" + number, worker)).contains("答复的时间到了 50%");
    }

    @Test
    void a_promise_keeps_the_thresholds_under_which_it_was_given_and_a_later_one_has_the_new() {
        var before = inHand("A2");
        replaceThresholds(20, 100);
        TestClock.forward(Duration.ofDays(2));
        var after = inHand("A2");

        for (var day = 0; day < 60; day++) {
            TestClock.forward(Duration.ofDays(1));
            escalation.climbWhatIsDue();
        }

        assertThat(toldOfTheAnswer(before)).containsExactly("50%", "80%", "100%", "100%+1", "100%+2");
        assertThat(toldOfTheAnswer(after)).containsExactly("20%", "100%", "100%+1", "100%+2", "100%+3");
        assertThat(trail(after).stream().map(Trail::unit)).containsAll(lineFrom(after));
    }

    @Test
    void while_the_clock_stands_still_nothing_climbs_and_afterwards_it_goes_on() {
        var number = inHand("A2");
        pausing.ask(
                number, LocalDate.ofInstant(TestClock.now(), TimeLimits.ZONE).plusDays(40), "等回函", handler);
        pausing.decide(number, true, worker);
        var before = trail(number).size();

        for (var day = 0; day < 30; day++) {
            TestClock.forward(Duration.ofDays(1));
            escalation.climbWhatIsDue();
        }
        assertThat(trail(number)).hasSize(before);

        pausing.resume(number, "", worker);
        TestClock.forward(Duration.ofDays(40));
        escalation.climbWhatIsDue();
        assertThat(trail(number).stream().map(Trail::unit)).contains(group.value());
    }

    @Test
    void an_answer_takes_it_off_the_list_and_ends_the_climb() {
        var number = inHand("E4");
        TestClock.forward(Duration.ofDays(12));
        escalation.climbWhatIsDue();
        assertThat(text("/escalations", groupLeader)).contains(number.toString());

        handling.reply(number, Mine.reply(), handler);
        var told = trail(number).size();
        TestClock.forward(Duration.ofDays(5));
        escalation.climbWhatIsDue();

        assertThat(trail(number)).hasSize(told);
        assertThat(text("/escalations", groupLeader)).doesNotContain(number.toString());
    }

    @Test
    void nobody_is_told_of_what_he_raised_himself_and_others_do_not_see_the_list() {
        var leader = (Actor.Member) groupLeader;
        var number = raising.raise(
                        new NewConcern(
                                ConcernKind.HELP,
                                "E4",
                                "",
                                "我家暖气不热",
                                "",
                                Reporter.Mode.NAMED,
                                Optional.of(crew),
                                Optional.empty(),
                                Channel.PAGE,
                                List.of()),
                        Mine.token(),
                        leader)
                .number();
        TestClock.forward(Duration.ofDays(20));
        escalation.climbWhatIsDue();

        assertThat(trail(number).stream().map(Trail::unit))
                .contains(company.value())
                .doesNotContain(group.value());
        assertThat(text("/escalations", leader)).doesNotContain(number.toString());
        assertThat(mvc.get().uri("/escalations").with(SignedIn.as(handler)).exchange())
                .hasStatus(404);
    }

    private List<String> toldOfTheAnswer(ConcernNumber number) {
        return trail(number).stream()
                .filter(step -> step.clock().equals("REPLY"))
                .map(Trail::threshold)
                .toList();
    }

    private void replaceThresholds(int... percents) {
        var from = LocalDate.ofInstant(TestClock.now(), TimeLimits.ZONE).plusDays(1);
        var list = new StringBuilder("2\t逐级上报\t再上报\t\t\t1\t工作日\t矿规\t" + from + "\n");
        for (var percent : percents) {
            list.append(percent + "\t逐级上报\t上报\t\t\t" + percent + "\t%\t矿规\t" + from + "\n");
        }
        var answer = mvc.post()
                .uri("/rules/packs")
                .param("list", list.toString())
                .with(SignedIn.as(holder(Role.ADMINISTRATOR, group)))
                .exchange();
        assertThat(answer).hasStatus(303);
    }

    private List<Long> lineFrom(ConcernNumber number) {
        var line = List.of(crew, district, mine, company, group).stream()
                .map(UnitId::value)
                .toList();
        var owner = escalating.waiting(key(number)).orElseThrow().owner().value();
        return line.subList(line.indexOf(owner), line.size());
    }

    private boolean isReport(ConcernNumber number) {
        return escalating.waiting(key(number)).orElseThrow().restricted();
    }

    private List<Trail> trail(ConcernNumber number) {
        return database.sql("""
                select data ->> 'clock' as clock, data ->> 'threshold' as threshold,
                       cast(data -> 'unit' ->> 'value' as bigint) as unit
                from concern.step where concern = :concern and kind = 'ESCALATED' order by place
                """)
                .param("concern", key(number))
                .query((row, _) -> new Trail(row.getString("clock"), row.getString("threshold"), row.getLong("unit")))
                .list();
    }

    private long key(ConcernNumber number) {
        return database.sql("select id from concern.concern where number = :number")
                .param("number", number.toString())
                .query(Long.class)
                .single();
    }

    private ConcernNumber inHand(String matter) {
        var number = assigned(matter);
        handling.acknowledge(number, "", handler);
        return number;
    }

    private ConcernNumber assigned(String matter) {
        var number = raised(matter, "说说这件事");
        handling.acceptAndAssign(number, matter, crew, Set.of(), "", desk);
        return number;
    }

    private ConcernNumber raised(String matter, String words) {
        var raised = new NewConcern(
                ConcernKind.HELP,
                matter,
                "",
                words,
                "",
                Reporter.Mode.NAMED,
                Optional.empty(),
                Optional.empty(),
                Channel.PAGE,
                List.of());
        return raising.raise(raised, Mine.token(), worker).number();
    }

    private Actor.Member holder(Role role, UnitId unit) {
        return new Actor.Member(village.holder(role, unit), "人", List.of(new Grant(role, unit)));
    }

    private UnitId unit(UnitKind kind, Optional<UnitId> parent) {
        var code =
                UUID.randomUUID().toString().replace("-", "").substring(0, 10).toUpperCase(java.util.Locale.ROOT);
        return structuring.found(
                new NewUnit(code, kind, "层" + code, "", parent, LocalDate.of(2020, 1, 1)), Village.FOUNDER);
    }

    private String text(String address, Actor by) {
        var answer = mvc.get().uri(address).with(SignedIn.as(by)).exchange();
        assertThat(answer).hasStatusOk();
        return new String(answer.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8);
    }
}
