package cn.lianxin.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import cn.lianxin.ProductTest;
import cn.lianxin.concern.Channel;
import cn.lianxin.concern.ConcernKind;
import cn.lianxin.concern.ConcernNumber;
import cn.lianxin.concern.Mine;
import cn.lianxin.concern.NewConcern;
import cn.lianxin.concern.RaisingConcerns;
import cn.lianxin.concern.Reporter;
import cn.lianxin.identity.SignedIn;
import cn.lianxin.identity.Village;
import cn.lianxin.kernel.Actor;
import cn.lianxin.kernel.Grant;
import cn.lianxin.kernel.Role;
import cn.lianxin.kernel.UnitId;
import cn.lianxin.platform.notification.Inbox;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

@ProductTest
class DispatchTest {

    @Autowired
    RaisingConcerns raising;

    @Autowired
    Inbox inbox;

    @Autowired
    Village village;

    @Autowired
    MockMvcTester mvc;

    @Autowired
    JdbcClient database;

    Mine mine;
    Actor.Member dispatcher;

    @BeforeEach
    void found() {
        mine = new Mine(village);
        dispatcher = dispatcher(mine.mine);
    }

    @Test
    void a_danger_stands_on_the_wall_of_its_mine_at_once_without_a_name_and_rings_its_dispatchers() {
        raised("C3", "回风巷透水了，水没到膝盖");
        var elsewhere = dispatcher(village.mine());

        var wall = Jsoup.parse(text("/dispatch", dispatcher));

        assertThat(wall.select(".alarm")).hasSize(1);
        assertThat(wall.select(".alarm").text()).contains("水没到膝盖", "回风巷", "人：我听到了");
        assertThat(wall.select("#alarms").attr("data-alarms")).isEqualTo("1");
        assertThat(wall.text()).doesNotContain(nameOf(mine.worker));
        assertThat(inbox.unread(dispatcher.person())).isEqualTo(1);
        assertThat(text("/dispatch", elsewhere)).contains("现在没有").doesNotContain("水没到膝盖");
    }

    @Test
    void whoever_hears_does_so_by_name_on_the_timeline_and_a_second_one_changes_nothing() {
        var number = raised("C2", "冒顶了，砸着人了");
        var second = dispatcher(mine.mine);
        var key = key(number);

        assertThat(heard(key, dispatcher)).hasStatus(303);
        assertThat(heard(key, second)).hasStatus(303);

        assertThat(text("/dispatch", second)).contains("现在没有", nameOf(dispatcher));
        assertThat(text("/concerns/" + number, mine.worker)).contains("调度室" + nameOf(dispatcher) + "听到了");
        assertThat(database.sql("select count(*) from concern.step where concern = :key and kind = 'ALARM_HEARD'")
                        .param("key", key)
                        .query(Long.class)
                        .single())
                .isEqualTo(1);
    }

    @Test
    void the_wall_is_for_dispatchers_alone_and_each_answers_for_his_own_mine() {
        var key = key(raised("C1", "瓦斯超限还在干"));

        for (var other : List.<Actor>of(mine.worker, mine.desk, mine.handler, mine.mineLeader, new Actor.Visitor())) {
            var call = mvc.get().uri("/dispatch");
            var answer = other instanceof Actor.Visitor
                    ? call.with(SignedIn.asNobody()).exchange()
                    : call.with(SignedIn.as(other)).exchange();
            assertThat(answer.getResponse().getStatus()).as("%s", other).isIn(302, 303, 401, 404);
        }
        assertThat(heard(key, dispatcher(village.mine()))).hasStatus(404);
        assertThat(heard(key, mine.desk)).hasStatus(404);
        assertThat(Jsoup.parse(text("/dispatch", dispatcher)).select(".alarm")).hasSize(1);
    }

    @Test
    void a_danger_raises_the_alarm_whatever_matter_it_was_raised_under_and_nothing_else_does() {
        raised("E4", "澡堂没热水");
        assertThat(Jsoup.parse(text("/dispatch", dispatcher)).select(".alarm")).isEmpty();

        raised("M6", "二水平那边冒烟了");
        raised("E4", "澡堂门口着火了");

        assertThat(Jsoup.parse(text("/dispatch", dispatcher)).select(".alarm")).hasSize(2);
    }

    @Test
    void every_page_where_something_is_raised_says_to_telephone_the_dispatcher_first() {
        var form = Jsoup.parse(text("/concerns/new", mine.worker));
        assertThat(form.text()).contains("马上打调度室");
        for (var page : List.of("/desk/entry", "/desk/letter-box")) {
            assertThat(text(page, mine.desk)).as(page).contains("马上打调度室");
        }
        for (var page : List.of("home", "words", "matter", "name", "entry", "letter-box")) {
            assertThat(java.nio.file.Path.of("src/main/jte/raising/" + page + ".jte"))
                    .content()
                    .as(page)
                    .contains("@template.platform.web.emergency(");
        }
    }

    private ConcernNumber raised(String matter, String words) {
        var raised = new NewConcern(
                ConcernKind.HELP,
                matter,
                "",
                words,
                "回风巷",
                Reporter.Mode.NAMED,
                Optional.empty(),
                Optional.empty(),
                Channel.PAGE,
                List.of());
        return raising.raise(raised, Mine.token(), mine.worker).number();
    }

    private Actor.Member dispatcher(UnitId unit) {
        return new Actor.Member(village.holder(Role.DISPATCHER, unit), "人", List.of(new Grant(Role.DISPATCHER, unit)));
    }

    private String nameOf(Actor.Member member) {
        return database.sql("select name from organization.person_card where id = :id")
                .param("id", member.person().value())
                .query(String.class)
                .single();
    }

    private long key(ConcernNumber number) {
        return database.sql("select id from concern.concern where number = :number")
                .param("number", number.toString())
                .query(Long.class)
                .single();
    }

    private MvcTestResult heard(long key, Actor by) {
        return mvc.post()
                .uri("/dispatch/" + key + "/hearing")
                .with(SignedIn.as(by))
                .exchange();
    }

    private String text(String address, Actor by) {
        var answer = mvc.get().uri(address).with(SignedIn.as(by)).exchange();
        assertThat(answer).hasStatusOk();
        return new String(answer.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8);
    }
}
