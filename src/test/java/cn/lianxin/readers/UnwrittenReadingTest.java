package cn.lianxin.readers;

import static org.assertj.core.api.Assertions.assertThat;

import cn.lianxin.ProductTest;
import cn.lianxin.application.ApplicationScope;
import cn.lianxin.application.Tokens;
import cn.lianxin.concern.Channel;
import cn.lianxin.concern.ConcernKind;
import cn.lianxin.concern.Mine;
import cn.lianxin.concern.NewConcern;
import cn.lianxin.concern.RaisingConcerns;
import cn.lianxin.concern.Reporter;
import cn.lianxin.identity.SignedIn;
import cn.lianxin.identity.Village;
import cn.lianxin.kernel.Role;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;

/** Where a reading cannot be written down, nothing is read. */
@ProductTest
class UnwrittenReadingTest {

    private static final String WORDS = "写不下来就不给看的话";

    @Autowired
    MockMvcTester mvc;

    @Autowired
    RaisingConcerns raising;

    @Autowired
    Village village;

    @Autowired
    Tokens tokens;

    @Autowired
    JdbcClient database;

    private Mine mine;
    private String number;
    private String token;

    @BeforeEach
    void found() {
        mine = new Mine(village);
        var concern = new NewConcern(
                ConcernKind.HELP,
                "E4",
                "",
                WORDS,
                "",
                Reporter.Mode.CONFIDENTIAL,
                Optional.empty(),
                Optional.empty(),
                Channel.PAGE,
                List.of());
        number = raising.raise(concern, Mine.token(), mine.worker).number().toString();
        token = tokens.person(mine.desk.person(), mine.mine, ApplicationScope.WORK, ApplicationScope.LEDGER);
    }

    @AfterEach
    void writeAgain() {
        database.sql("alter table audit.reading drop constraint if exists nothing_can_be_written")
                .update();
    }

    @Test
    void what_cannot_be_written_down_is_not_shown() {
        var pages = List.of("/concerns/" + number, "/desk/new", "/desk?q=" + number, "/ledger/export");
        var operations = List.of("/concerns/" + number, "/work/new", "/cases", "/search?words=" + number, "/ledger");
        pages.forEach(address -> assertThat(page(address)).as(address).contains(WORDS));
        operations.forEach(address -> assertThat(operation(address)).as(address).contains(WORDS));

        database.sql("alter table audit.reading add constraint nothing_can_be_written check (false) not valid")
                .update();
        // Of the same slot everything stands there already; another reader has to be written down.
        var second = village.holder(Role.DESK_OFFICER, mine.mine);
        token = tokens.person(second, mine.mine, ApplicationScope.WORK, ApplicationScope.LEDGER);

        for (var address : pages) {
            assertThat(text(MockMvcRequestBuilders.get(URI.create(address)).with(SignedIn.as(second))))
                    .as(address)
                    .doesNotContain(WORDS);
        }
        for (var address : operations) {
            assertThat(operation(address)).as(address).doesNotContain(WORDS);
        }
        assertThat(text(MockMvcRequestBuilders.get("/concerns/" + number).with(SignedIn.as(mine.worker))))
                .contains(WORDS);
    }

    private String page(String address) {
        return text(MockMvcRequestBuilders.get(URI.create(address)).with(SignedIn.as(mine.desk)));
    }

    private String operation(String address) {
        return text(
                MockMvcRequestBuilders.get(URI.create("/api/v1" + address)).header("Authorization", "Bearer " + token));
    }

    private String text(MockHttpServletRequestBuilder call) {
        var result = mvc.perform(call);
        return new String(result.getMvcResult().getResponse().getContentAsByteArray(), StandardCharsets.UTF_8);
    }
}
