package cn.lianxin.platform.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import cn.lianxin.ProductTest;
import cn.lianxin.identity.SignedIn;
import cn.lianxin.kernel.Actor;
import cn.lianxin.kernel.PersonId;
import jakarta.servlet.http.Cookie;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

@ProductTest
class InboxPageTest {

    private static final AtomicLong PERSONS = new AtomicLong(720_000_000);

    @Autowired
    MockMvc browser;

    @Autowired
    Inbox inbox;

    private final PersonId worker = new PersonId(PERSONS.incrementAndGet());

    @Test
    void an_empty_inbox_says_what_will_be_here() throws Exception {
        var page = page("/inbox", "zh-CN");

        assertThat(page.select(".empty strong").text()).isEqualTo("还没有消息");
        assertThat(page.select("form[action=/inbox/read]")).isEmpty();
        assertThat(page.select("a[href=/inbox] .count")).isEmpty();
    }

    @Test
    void messages_are_shown_newest_first_in_the_language_of_the_reader() throws Exception {
        deliver("refusal.incident", "<script>alert(1)</script>");
        deliver("refusal.incident", "第二");
        inbox.open(newest(), worker);

        var chinese = page("/inbox", "zh-CN");
        var english = page("/inbox", "en");

        assertThat(chinese.select(".inbox a").eachText().getFirst())
                .contains("请把事件号")
                .contains("第二");
        assertThat(chinese.select(".inbox a.unread")).hasSize(1);
        assertThat(chinese.select(".inbox a.unread").text()).contains("未读", "<script>alert(1)</script>");
        assertThat(chinese.select(".inbox script")).isEmpty();
        assertThat(chinese.select("a[href=/inbox] .count").text()).isEqualTo("1");
        assertThat(english.select(".inbox a").text()).contains("incident number 第二", "Unread:");
    }

    @Test
    void following_a_message_reads_it_and_leads_to_its_subject() throws Exception {
        deliver("refusal.not-found");

        browser.perform(get("/inbox/{message}", newest()).with(signedIn(worker)))
                .andExpect(status().isSeeOther())
                .andExpect(redirectedUrl("/concerns/1"));

        assertThat(inbox.unread(worker)).isZero();
    }

    @Test
    void one_or_all_can_be_marked_as_read() throws Exception {
        for (int i = 0; i < 3; i++) {
            deliver("refusal.not-found");
        }

        browser.perform(ours("/inbox/read").param("message", String.valueOf(newest())))
                .andExpect(status().isSeeOther())
                .andExpect(redirectedUrl("/inbox"));
        assertThat(inbox.unread(worker)).isEqualTo(2);
        var upTo = page("/inbox", "zh-CN").select("input[name=upTo]").val();
        browser.perform(ours("/inbox/read").param("upTo", upTo)).andExpect(status().isSeeOther());
        assertThat(inbox.unread(worker)).isZero();
    }

    @Test
    void the_message_of_another_does_not_exist() throws Exception {
        deliver("refusal.not-found");
        var stranger = signedIn(new PersonId(PERSONS.incrementAndGet()));

        browser.perform(get("/inbox/{message}", newest()).with(stranger)).andExpect(status().isNotFound());
        browser.perform(get("/inbox/{message}", "x").with(stranger)).andExpect(status().isNotFound());

        assertThat(inbox.unread(worker)).isEqualTo(1);
    }

    @Test
    void many_messages_are_paged_and_an_altered_cursor_begins_anew() throws Exception {
        for (int i = 0; i < 30; i++) {
            deliver("refusal.incident", "第 " + i + " 条");
        }

        var first = page("/inbox", "zh-CN");
        var second = page(first.select("a[rel=next]").attr("href"), "zh-CN");

        assertThat(first.select(".inbox li")).hasSize(25);
        assertThat(second.select(".inbox li")).hasSize(5);
        assertThat(second.select("a[rel=next]")).isEmpty();
        assertThat(page("/inbox?after=%27or", "zh-CN").select(".inbox li")).hasSize(25);
        assertThat(page("/inbox?after=1", "zh-CN").select(".empty a").attr("href"))
                .isEqualTo("/inbox");
    }

    @Test
    void a_message_older_than_the_words_of_this_version_can_still_be_opened() throws Exception {
        deliver("words.of-an-older-version");

        assertThat(page("/inbox", "zh-CN").select(".inbox a").text()).contains("较早的消息");
    }

    private void deliver(String key, String... arguments) {
        inbox.deliver(new Notification(worker, key, List.of(arguments), "/concerns/1"));
    }

    private long newest() {
        return inbox.page(worker, Optional.empty()).rows().getFirst().id();
    }

    private Document page(String address, String language) throws Exception {
        var answer = browser.perform(
                        get(address).cookie(new Cookie("language", language)).with(signedIn(worker)))
                .andExpect(status().isOk())
                .andReturn();
        return Jsoup.parse(answer.getResponse().getContentAsString());
    }

    private MockHttpServletRequestBuilder ours(String address) {
        return post(address).with(signedIn(worker));
    }

    private static RequestPostProcessor signedIn(PersonId person) {
        return SignedIn.as(new Actor.Member(person, "张三", List.of()));
    }
}
