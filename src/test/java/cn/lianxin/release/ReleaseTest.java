package cn.lianxin.release;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.lianxin.ProductTest;
import cn.lianxin.TestClock;
import cn.lianxin.concern.ConcernNumber;
import cn.lianxin.concern.HandlingConcerns;
import cn.lianxin.concern.Mine;
import cn.lianxin.concern.RaisingConcerns;
import cn.lianxin.concern.Reporter;
import cn.lianxin.identity.SignedIn;
import cn.lianxin.identity.Village;
import cn.lianxin.kernel.Actor;
import cn.lianxin.kernel.Grant;
import cn.lianxin.kernel.Refusal;
import cn.lianxin.kernel.Role;
import cn.lianxin.organization.Directory;
import cn.lianxin.platform.notification.Inbox;
import cn.lianxin.platform.notification.InboxMessage;
import jakarta.servlet.http.Cookie;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

@ProductTest
class ReleaseTest {

    private static final String WHY = "他说的那台绞车钢丝绳断股，今晚要下井，必须马上找到他本人问清位置";

    @Autowired
    ReleasingNames releasing;

    @Autowired
    SeeingNameRequests seeing;

    @Autowired
    RaisingConcerns raising;

    @Autowired
    HandlingConcerns handling;

    @Autowired
    Inbox inbox;

    @Autowired
    Directory directory;

    @Autowired
    Village village;

    @Autowired
    JdbcClient database;

    @Autowired
    MockMvcTester mvc;

    private Mine mine;
    private ConcernNumber number;

    @BeforeEach
    void found() {
        mine = new Mine(village);
        number = raise("E4");
        handling.acceptAndAssign(number, "E4", mine.district, Set.of(), "", mine.desk);
    }

    @AfterEach
    void clockRunsAsBefore() {
        TestClock.reset();
    }

    @Test
    void one_asks_one_of_another_line_agrees_and_both_see_it_for_a_day() {
        var request = asked(mine.handler);
        var name = directory.person(mine.worker.person()).name();
        assertThatThrownBy(() -> releasing.show(number, mine.handler)).isInstanceOf(Refusal.NotAllowed.class);

        releasing.decide(number, request, true, "情况紧急", mine.supervisor);

        assertThat(releasing.show(number, mine.handler).name()).isEqualTo(name);
        assertThat(releasing.show(number, mine.supervisor).person()).isEqualTo(mine.worker.person());
        assertThatThrownBy(() -> releasing.show(number, mine.leader)).isInstanceOf(Refusal.NotAllowed.class);
        assertThatThrownBy(() -> releasing.show(number, mine.secondSupervisor)).isInstanceOf(Refusal.NotAllowed.class);
        TestClock.forward(Duration.ofHours(24));
        assertThatThrownBy(() -> releasing.show(number, mine.handler))
                .isInstanceOf(Refusal.NotAllowed.class)
                .hasMessageContaining("name-not-shown");
    }

    @Test
    void nobody_agrees_to_his_own_nor_in_his_line_nor_who_handles_it_nor_whoever_raised_it() {
        var byHandler = asked(mine.handler);
        for (var wrong : List.of(mine.handler, mine.leader)) {
            assertThatThrownBy(() -> releasing.decide(number, byHandler, true, "", wrong))
                    .isInstanceOf(Refusal.NotAllowed.class)
                    .hasMessageContaining("name-other-line");
        }
        for (var stranger : List.of(mine.stranger, mine.otherHandler)) {
            assertThatThrownBy(() -> releasing.decide(number, byHandler, true, "", stranger))
                    .isInstanceOf(Refusal.NotFound.class);
        }
        var himself = new Actor.Member(mine.worker.person(), "工", mine.supervisor.grants());
        assertThatThrownBy(() -> releasing.decide(number, byHandler, true, "", himself))
                .isInstanceOf(Refusal.NotAllowed.class);
        releasing.decide(number, byHandler, false, "", mine.desk);

        var bySupervisor = asked(mine.supervisor);
        for (var wrong : List.of(mine.supervisor, mine.secondSupervisor, mine.handler, mine.leader)) {
            assertThatThrownBy(() -> releasing.decide(number, bySupervisor, true, "", wrong))
                    .isInstanceOf(Refusal.NotAllowed.class);
        }
        releasing.decide(number, bySupervisor, true, "", mine.desk);
        assertThat(releasing.show(number, mine.supervisor).person()).isEqualTo(mine.worker.person());
    }

    @Test
    void who_stands_in_two_lines_is_of_both() {
        var both = new Actor.Member(
                village.worker(mine.mine),
                "人",
                List.of(new Grant(Role.SUPERVISOR, mine.mine), new Grant(Role.DESK_OFFICER, mine.mine)));
        var request = asked(mine.supervisor);

        assertThatThrownBy(() -> releasing.decide(number, request, true, "", both))
                .hasMessageContaining("name-other-line");
    }

    @Test
    void a_report_of_wrongdoing_is_decided_by_another_office_that_supervises() {
        var group =
                new Actor.Member(village.worker(mine.mine), "人", List.of(new Grant(Role.SUPERVISOR, mine.district)));
        var report = raise("K4");
        database.sql("update concern.concern set lead_unit = :lead, hand_back_by = now() where number = :number")
                .param("lead", mine.district.value())
                .param("number", report.toString())
                .update();

        releasing.ask(report, Optional.of(Purpose.LAW), WHY, group);
        var request = seeing.page(report, group).requests().getFirst().request().id();
        for (var nobody : List.of(mine.desk, mine.handler, mine.leader)) {
            assertThatThrownBy(() -> releasing.decide(report, request, true, "", nobody))
                    .isInstanceOf(Refusal.NotFound.class);
        }
        var sameOffice =
                new Actor.Member(village.worker(mine.mine), "人", List.of(new Grant(Role.SUPERVISOR, mine.district)));
        assertThatThrownBy(() -> releasing.decide(report, request, true, "", sameOffice))
                .hasMessageContaining("name-other-line");
        releasing.decide(report, request, true, "", mine.supervisor);

        assertThat(releasing.show(report, group).person()).isEqualTo(mine.worker.person());
    }

    @Test
    void the_reporter_is_told_at_once_and_reads_who_asked_who_agreed_and_who_looked() {
        var request = asked(mine.handler);
        assertThat(messages(mine.worker)).contains("notice.name.asked");
        assertThat(messages(mine.desk)).contains("notice.name.decide");
        assertThat(messages(mine.worker)).doesNotContain("notice.name.agreed");
        releasing.decide(number, request, true, "情况紧急", mine.supervisor);
        releasing.show(number, mine.handler);

        assertThat(messages(mine.worker)).contains("notice.name.agreed");
        assertThat(messages(mine.handler)).contains("notice.name.given");
        var page = text(ask("/concerns/" + number + "/readers", mine.worker));
        assertThat(page).contains("谁想看你的名字", WHY, "情况紧急", "同意了", "两条线的人同意以后，看了名字", "看到了你的名字");
        assertThat(text(ask("/concerns/" + number + "/readers", mine.worker, "en")))
                .contains("Who wants to know your name", "Looked at the name")
                .doesNotContain("release.", "purpose.", "request-state.");
        assertThat(database.sql("select action from audit.entry where subject = :subject and action like 'release.%'")
                        .param("subject", "concern:" + number)
                        .query((row, _) -> row.getString("action"))
                        .list())
                .containsExactly("release.asked", "release.agreed", "release.shown");
    }

    @Test
    void what_was_refused_or_ran_out_shows_nothing_and_stands_before_the_reporter() {
        var refused = asked(mine.handler);
        releasing.decide(number, refused, false, "通过诉求问就行", mine.supervisor);
        assertThatThrownBy(() -> releasing.show(number, mine.handler)).isInstanceOf(Refusal.NotAllowed.class);
        assertThatThrownBy(() -> releasing.decide(number, refused, true, "", mine.desk))
                .isInstanceOf(Refusal.Conflict.class);
        var late = asked(mine.handler);
        TestClock.forward(Duration.ofDays(3));

        assertThatThrownBy(() -> releasing.decide(number, late, true, "", mine.supervisor))
                .isInstanceOf(Refusal.Conflict.class)
                .hasMessageContaining("name-decided");
        assertThat(seeing.ofHisOwn(number, mine.worker))
                .extracting(NameRequest::state)
                .containsExactly(RequestState.EXPIRED, RequestState.REFUSED);
        assertThat(messages(mine.handler)).contains("notice.name.refused");
        asked(mine.handler);
    }

    @Test
    void a_request_needs_a_purpose_and_a_reason_and_there_is_one_at_a_time() {
        assertThatThrownBy(() -> releasing.ask(number, Optional.empty(), WHY, mine.handler))
                .hasMessageContaining("name-purpose");
        assertThatThrownBy(() -> releasing.ask(number, Optional.of(Purpose.ASK), "想知道", mine.handler))
                .hasMessageContaining("name-reason");
        assertThatThrownBy(() -> releasing.ask(number, Optional.of(Purpose.ASK), "长".repeat(501), mine.handler))
                .hasMessageContaining("name-reason");
        assertThatThrownBy(() -> releasing.ask(number, Optional.of(Purpose.ASK), WHY, mine.desk))
                .hasMessageContaining("name-known");
        asked(mine.handler);
        assertThatThrownBy(() -> releasing.ask(number, Optional.of(Purpose.ASK), WHY, mine.supervisor))
                .hasMessageContaining("name-asked-already");
    }

    @Test
    void there_is_nothing_to_ask_where_a_name_is_open_or_unknown_or_ones_own() {
        for (var mode : List.of(Reporter.Mode.NAMED, Reporter.Mode.ANONYMOUS)) {
            var other = raising.raise(Mine.concern("E4", mode), Mine.token(), mine.worker)
                    .number();
            assertThat(ask("/concerns/" + other + "/name", mine.supervisor)).hasStatus(404);
        }
        for (var nobody : List.of(mine.worker, mine.stranger, mine.otherHandler)) {
            assertThat(ask("/concerns/" + number + "/name", nobody)).hasStatus(404);
        }
        assertThat(ask("/name-requests", mine.worker)).hasStatus(404);
        assertThat(ask("/name-requests", mine.handler)).hasStatus(404);
    }

    @Test
    void the_pages_lead_from_the_question_to_the_name() {
        var address = "/concerns/" + number + "/name";
        assertThat(text(ask("/concerns/" + number, mine.handler))).contains(address);
        assertThat(text(ask(address, mine.handler))).contains("申请看名字", "还没有人申请过");

        assertThat(post(address + "/requests", mine.handler, "reason", "太短")).hasStatus(422);
        assertThat(text(post(address + "/requests", mine.handler, "purpose", "ASK", "reason", "太短")))
                .contains("理由要写 20 到 500 个字", ">太短</textarea>");
        assertThat(post(address + "/requests", mine.handler, "purpose", "PROTECT", "reason", WHY))
                .hasStatus(303);
        assertThat(post(address + "/requests", mine.supervisor, "purpose", "PROTECT", "reason", WHY))
                .hasStatus(409);

        assertThat(text(ask("/name-requests", mine.supervisor))).contains(number.toString());
        assertThat(text(ask("/name-requests", mine.stranger))).doesNotContain(number.toString());
        var page = text(ask(address, mine.supervisor));
        assertThat(page).contains(WHY, "同意，我和他都能看");
        assertThat(text(ask(address, mine.handler))).doesNotContain("同意，我和他都能看");
        var form = page.replaceAll("(?s).*action=\"(" + address + "/requests/\\d+/agreement)\".*", "$1");
        assertThat(post(form, mine.leader, "word", "")).hasStatus(403);
        assertThat(post(form, mine.supervisor, "word", "")).hasStatus(303);
        assertThat(post(form, mine.supervisor, "word", "")).hasStatus(409);

        var name = directory.person(mine.worker.person()).name();
        assertThat(text(ask(address, mine.handler))).contains("看名字</button>").doesNotContain(name);
        assertThat(text(post(address + "/view", mine.handler)))
                .contains(name, village.staffNumber(mine.worker.person()));
        assertThat(post(address + "/view", mine.leader)).hasStatus(403);
        assertThat(text(ask(address, mine.handler, "en")))
                .contains("Look at the name")
                .doesNotContain("release.");
    }

    private ConcernNumber raise(String matter) {
        return raising.raise(Mine.concern(matter, Reporter.Mode.CONFIDENTIAL), Mine.token(), mine.worker)
                .number();
    }

    private long asked(Actor.Member by) {
        releasing.ask(number, Optional.of(Purpose.PROTECT), WHY, by);
        return seeing.page(number, by).requests().getFirst().request().id();
    }

    private List<String> messages(Actor.Member of) {
        return inbox.page(of.person(), Optional.empty()).rows().stream()
                .map(InboxMessage::key)
                .toList();
    }

    private MvcTestResult ask(String address, Actor by) {
        return ask(address, by, "zh-CN");
    }

    private MvcTestResult ask(String address, Actor by, String language) {
        return mvc.get()
                .uri(address)
                .cookie(new Cookie("language", language))
                .with(SignedIn.as(by))
                .exchange();
    }

    private MvcTestResult post(String address, Actor by, String... form) {
        var call = mvc.post().uri(address).with(SignedIn.as(by));
        for (var at = 0; at < form.length; at += 2) {
            call = call.param(form[at], form[at + 1]);
        }
        return call.exchange();
    }

    private static String text(MvcTestResult answer) {
        MockHttpServletResponse response = answer.getResponse();
        return new String(response.getContentAsByteArray(), StandardCharsets.UTF_8);
    }
}
