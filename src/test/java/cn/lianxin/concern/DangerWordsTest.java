package cn.lianxin.concern;

import static org.assertj.core.api.Assertions.assertThat;

import cn.lianxin.ProductTest;
import cn.lianxin.identity.SignedIn;
import cn.lianxin.identity.Village;
import cn.lianxin.platform.audit.Door;
import cn.lianxin.promise.Grade;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/** Words that speak of a danger and stand in no classification are shown to the desk, which says whether it is one. */
@ProductTest
class DangerWordsTest {

    private static final String IN_PASSING = "跟班的老李在更衣室晕倒了，叫不醒，没人管";

    @Autowired
    RaisingConcerns raising;

    @Autowired
    ReadingConcerns reading;

    @Autowired
    MockMvcTester mvc;

    @Autowired
    Village village;

    private Mine mine;

    @BeforeEach
    void found() {
        mine = new Mine(village);
    }

    @Test
    void the_desk_is_shown_them_and_one_tick_makes_it_urgent_whatever_matter_it_corrects_it_to() {
        var number = raise("E1", IN_PASSING);
        var before = opened(number);
        assertThat(before.grade()).isEqualTo(Grade.U3);
        assertThat(page(number)).contains("晕倒", "name=\"urgent\"");

        accept(number, "E4", true);

        assertThat(opened(number).matter()).isEqualTo("E4");
        assertThat(opened(number).grade()).isEqualTo(Grade.U1);
        assertThat(opened(number).replyBy()).isBefore(before.replyBy());
    }

    @Test
    void without_the_tick_it_is_as_urgent_as_its_matter() {
        var number = raise("E1", IN_PASSING);

        accept(number, "E4", false);

        assertThat(opened(number).grade()).isEqualTo(Grade.U3);
    }

    @Test
    void calm_words_and_those_that_are_urgent_already_bring_no_tick() {
        assertThat(page(raise("E1", "食堂饭菜凉，排队也长"))).doesNotContain("name=\"urgent\"");
        assertThat(page(raise("C1", "探头一直报警不停，有人晕倒"))).doesNotContain("name=\"urgent\"");
    }

    private ConcernNumber raise(String matter, String words) {
        var concern = new NewConcern(
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
        return raising.raise(concern, Mine.token(), mine.worker).number();
    }

    private CaseFile opened(ConcernNumber number) {
        return reading.open(number, Door.PAGE, mine.desk);
    }

    private String page(ConcernNumber number) {
        var page = mvc.get()
                .uri("/concerns/" + number)
                .with(SignedIn.as(mine.desk))
                .exchange();
        assertThat(page).hasStatusOk();
        return body(page.getResponse().getContentAsByteArray());
    }

    private static String body(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }

    private void accept(ConcernNumber number, String matter, boolean urgent) {
        assertThat(mvc.post()
                        .uri("/concerns/" + number + "/acceptance")
                        .header("Sec-Fetch-Site", "same-origin")
                        .param("matter", matter)
                        .param("lead", String.valueOf(mine.district.value()))
                        .param("urgent", String.valueOf(urgent))
                        .with(SignedIn.as(mine.desk))
                        .exchange())
                .hasStatus(303);
    }
}
