package cn.lianxin.safeguard;

import static org.assertj.core.api.Assertions.assertThat;

import cn.lianxin.ProductTest;
import cn.lianxin.concern.ConcernNumber;
import cn.lianxin.concern.HandlingConcerns;
import cn.lianxin.concern.Mine;
import cn.lianxin.concern.RaisingConcerns;
import cn.lianxin.concern.Reporter;
import cn.lianxin.identity.Village;
import cn.lianxin.organization.Directory;
import java.time.LocalDate;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/** 被说的人怎么说: he is told, he may reply, and a result without it says so. */
@ProductTest
class HearingTest {

    private static final String UNHEARD = "没听过本人怎么说，就有了结果";
    private static final String REPLY = "补贴是按出勤表扣的，那半个月他请了假";

    @Autowired
    RaisingConcerns raising;

    @Autowired
    HandlingConcerns handling;

    @Autowired
    Directory directory;

    @Autowired
    Village village;

    @Autowired
    MockMvcTester mvc;

    private Guarding pages;
    private Mine mine;
    private ConcernNumber number;
    private String key = "";

    @BeforeEach
    void found() {
        pages = new Guarding(mvc);
        mine = new Mine(village);
        number = raising.raise(
                        Guarding.about("E4", Reporter.Mode.CONFIDENTIAL, village.staffNumber(mine.leader.person())),
                        Mine.token(),
                        mine.worker)
                .number();
        handling.acceptAndAssign(number, "E4", mine.other, Set.of(), "", mine.desk);
        key = "p" + mine.leader.person().value();
    }

    @Test
    void he_is_told_and_replies_and_those_who_see_the_case_read_it() {
        assertThat(pages.post(address(), mine.otherHandler, "named", key, "kind", "REPLIED", "words", REPLY))
                .as("first he is told")
                .hasStatus(409);
        assertThat(pages.post(address(), mine.otherHandler, "named", key, "kind", "TOLD", "words", "当面说了是补贴的事"))
                .hasStatus(303);
        assertThat(pages.post(address(), mine.otherHandler, "named", key, "kind", "REPLIED", "words", REPLY))
                .hasStatus(303);

        assertThat(Guarding.text(pages.ask(address(), mine.supervisor)))
                .contains(REPLY, "当面说了是补贴的事")
                .doesNotContain(directory.person(mine.worker.person()).name());
        assertThat(Guarding.text(pages.ask(address(), mine.supervisor, "en")))
                .contains("He replied")
                .doesNotContain("hearing.", "hearing-kind.");
        assertThat(Guarding.text(pages.ask(address(), mine.worker)))
                .as("whoever raised it reads when, and not what")
                .contains("他的回话")
                .doesNotContain(REPLY);
        assertThat(pages.post(address(), mine.worker, "named", key, "kind", "TOLD"))
                .hasStatus(403);
        for (var nobody : java.util.List.of(mine.leader, mine.handler, mine.stranger)) {
            assertThat(pages.ask(address(), nobody)).hasStatus(404);
            assertThat(pages.post(address(), nobody, "named", key, "kind", "TOLD"))
                    .hasStatus(404);
        }
    }

    @Test
    void what_is_unclear_is_said_beside_the_form_and_the_words_stay() {
        assertThat(Guarding.text(pages.post(address(), mine.desk, "named", key, "words", "说过了")))
                .contains("选一样：是告诉他了", "说过了</textarea>");
        assertThat(pages.post(address(), mine.desk, "named", key, "kind", "TOLD", "day", "昨天"))
                .hasStatus(422);
        var tomorrow = LocalDate.now().plusDays(2).toString();
        assertThat(pages.post(address(), mine.desk, "named", key, "kind", "TOLD", "day", tomorrow))
                .hasStatus(422);
        assertThat(pages.post(address(), mine.desk, "named", "p1", "kind", "TOLD"))
                .hasStatus(409);
    }

    @Test
    void a_result_without_his_word_says_so_until_he_is_heard() {
        assertThat(Guarding.text(pages.ask("/concerns/" + number, mine.supervisor)))
                .contains("/hearing")
                .doesNotContain(UNHEARD);
        handling.acknowledge(number, "", mine.otherHandler);
        handling.reply(number, Mine.reply(), mine.otherHandler);
        assertThat(Guarding.text(pages.ask("/concerns/" + number, mine.supervisor)))
                .contains(UNHEARD);

        pages.post(address(), mine.desk, "named", key, "kind", "TOLD");

        assertThat(Guarding.text(pages.ask("/concerns/" + number, mine.supervisor)))
                .doesNotContain(UNHEARD);
    }

    private String address() {
        return "/concerns/" + number + "/hearing";
    }
}
