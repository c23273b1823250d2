package cn.lianxin.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Request;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The ways on which a draft does not simply go: answers are lost, somebody else is signed in, the phone is full. */
@JourneyTest
class OfflineSendingTest {

    private static final String WORDS = "井下没信号的时候写的：三号皮带机头没有护栏";

    @Autowired
    Collieries collieries;

    @Autowired
    Shortcuts shortcuts;

    @Autowired
    JdbcClient sql;

    @LocalServerPort
    int port;

    Colliery colliery;
    Chromium chromium;
    Wire wire;
    OfflinePhone phone;

    @BeforeEach
    void a_phone_of_a_worker() {
        colliery = collieries.found();
        chromium = Chromium.start();
        wire = new Wire(port);
        phone = new OfflinePhone(chromium.browser(), wire.home());
        phone.signIn(colliery.worker());
        phone.network(false);
        phone.open();
    }

    @AfterEach
    void put_away() {
        phone.close();
        wire.close();
        chromium.close();
    }

    @Test
    void whose_answers_are_lost_again_and_again_after_it_was_filed_is_filed_once() {
        phone.write(WORDS, Samples.photo("皮带.jpg"));
        assertThat(phone.keep()).isTrue();
        wire.loseAnswerTo("POST /concerns/new/offline/");
        phone.network(true);
        untilLost(1);
        wire.loseEveryAnswerTo("GET /concerns/new/offline/");

        for (var again = 2; again < 8; again++) {
            if (again % 2 == 0) {
                phone.kill();
            }
            phone.press();
            untilLost(again);
            assertThat(phone.states()).containsExactly("waiting");
            assertThat(filed()).isEqualTo(1);
        }
        wire.mend();
        phone.press();
        untilState("sent");

        assertThat(filed()).isEqualTo(1);
        var opens = receiptOpens();
        assertThat(phone.takeReceipt()).isEqualTo(opens);
    }

    @Test
    void with_a_name_it_waits_until_its_writer_signs_in_whoever_does_meanwhile() {
        phone.write(WORDS, Samples.photo("皮带.jpg"));
        assertThat(phone.keep()).isTrue();
        phone.sessionEnds();
        phone.network(true);
        untilState("sign-in");

        phone.signIn(colliery.desk());
        phone.open();
        phone.press();
        phone.page().waitForTimeout(1_000);
        assertThat(phone.states()).containsExactly("sign-in");
        assertThat(filed()).isZero();

        phone.sessionEnds();
        phone.signIn(colliery.worker());
        untilState("sent");

        assertThat(filed()).isEqualTo(1);
        assertThat(shortcuts.countOf(colliery.worker())).isEqualTo(1);
    }

    @Test
    void a_phone_that_is_full_says_so_and_keeps_the_words_in_the_form() {
        phone.writeTooMuch(WORDS);

        assertThat(phone.keep()).isFalse();

        assertThat(phone.page().locator("[data-fault]").innerText()).contains("存储满了");
        phone.page()
                .screenshot(new Page.ScreenshotOptions()
                        .setPath(Path.of("target", "journeys", "offline-full.png"))
                        .setFullPage(true));
        assertThat(phone.page().inputValue("#text")).isEqualTo(WORDS);
        assertThat(phone.states()).isEmpty();
        phone.write(WORDS, Samples.photo("皮带.jpg"));
        assertThat(phone.keep()).isTrue();
        assertThat(phone.states()).containsExactly("waiting");
    }

    @Test
    void without_a_name_it_goes_without_a_cookie_and_nobody_is_on_record() {
        phone.write(WORDS, Samples.photo("皮带.jpg"));
        phone.page().locator("label.choice:has([value=ANONYMOUS])").click();
        assertThat(phone.keep()).as("kept without a mine").isFalse();
        phone.page().selectOption("#unit", String.valueOf(colliery.mine().value()));
        assertThat(phone.keep()).isTrue();
        var requests = new ArrayList<Request>();
        phone.page().context().onRequest(requests::add);
        phone.network(true);
        untilState("sent");

        assertThat(filed()).isEqualTo(1);
        assertThat(shortcuts.countOf(colliery.worker())).isZero();
        assertThat(requests.stream()
                        .filter(request -> request.url().contains("/concerns/new/offline/"))
                        .map(request -> request.allHeaders().getOrDefault("cookie", "none")))
                .isNotEmpty()
                .containsOnly("none");
    }

    private void untilLost(int answers) {
        for (var tries = 0; tries < 300 && wire.answersLost() < answers; tries++) {
            phone.page().waitForTimeout(50);
        }
        assertThat(wire.answersLost()).isGreaterThanOrEqualTo(answers);
    }

    private void untilState(String state) {
        for (var tries = 0; tries < 60 && !phone.states().equals(List.of(state)); tries++) {
            phone.page().waitForTimeout(250);
        }
        assertThat(phone.states()).containsExactly(state);
    }

    private long filed() {
        return sql.sql("select count(*) from concern.concern where words = :words and unit in "
                        + "(select l.unit from organization.unit_line l where l.above = :mine)")
                .param("words", WORDS)
                .param("mine", colliery.mine().value())
                .query(Long.class)
                .single();
    }

    /** The digits that open it, as its digest on record has them. */
    private String receiptOpens() {
        var shown = phone.page().locator("[data-follow]").getAttribute("href").replace("/receipt#", "");
        assertThat(sql.sql(
                                "select count(*) from concern.receipt where digest = encode(sha256(convert_to(:digits, 'UTF8')), 'hex')")
                        .param("digits", shown)
                        .query(Long.class)
                        .single())
                .isEqualTo(1);
        return shown;
    }
}
