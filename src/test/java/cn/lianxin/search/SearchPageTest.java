package cn.lianxin.search;

import static org.assertj.core.api.Assertions.assertThat;

import cn.lianxin.ProductTest;
import cn.lianxin.concern.Channel;
import cn.lianxin.concern.ConcernKind;
import cn.lianxin.concern.ConcernNumber;
import cn.lianxin.concern.HandlingConcerns;
import cn.lianxin.concern.Mine;
import cn.lianxin.concern.NewConcern;
import cn.lianxin.concern.RaisingConcerns;
import cn.lianxin.concern.RecusingConcerns;
import cn.lianxin.concern.Reply;
import cn.lianxin.concern.Reporter;
import cn.lianxin.identity.SignedIn;
import cn.lianxin.identity.Village;
import cn.lianxin.kernel.Actor;
import cn.lianxin.kernel.Grant;
import cn.lianxin.kernel.Role;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/** The page of the one box. */
@ProductTest
class SearchPageTest {

    @Autowired
    MockMvcTester mvc;

    @Autowired
    RaisingConcerns raising;

    @Autowired
    HandlingConcerns handling;

    @Autowired
    RecusingConcerns recusing;

    @Autowired
    Village village;

    @Autowired
    JdbcClient database;

    private Mine mine;
    private String canary = "";

    @BeforeEach
    void found() {
        mine = new Mine(village);
        canary = "c" + UUID.randomUUID().toString().replace("-", "").substring(0, 12);
    }

    @Test
    void what_was_written_is_found_at_once_by_its_words_its_answer_and_its_number() {
        var number = raise("晚上澡堂没热水 " + canary, Reporter.Mode.NAMED);
        handling.acceptAndAssign(number, "E4", mine.district, Set.of(), "", mine.desk);
        handling.acknowledge(number, "", mine.handler);
        assertThat(numbers(canary, mine.desk)).containsExactly(number.toString());
        var answer = canary + "锅炉换好了";
        handling.reply(number, new Reply("热水", "查了", answer, "规定", Reply.Outcome.SUPPORT), mine.handler);

        for (var reader : List.of(mine.worker, mine.desk, mine.handler, mine.leader)) {
            assertThat(numbers(canary, reader)).containsExactly(number.toString());
            assertThat(numbers(answer, reader)).startsWith(number.toString());
            assertThat(numbers(number.toString(), reader)).startsWith(number.toString());
            assertThat(numbers(number.toString().replace("-", ""), reader)).startsWith(number.toString());
        }
        assertThat(page("/search?q=" + encoded(answer), mine.worker)
                        .select("mark")
                        .eachText())
                .contains(answer);
        assertThat(numbers(canary, mine.stranger)).isEmpty();
        assertThat(numbers(canary, mine.otherHandler)).isEmpty();
    }

    @Test
    void it_is_gone_at_once_for_whoever_may_not_see_it_any_more() {
        var number = raise("说的是他 " + canary, Reporter.Mode.NAMED);
        handling.acceptAndAssign(number, "E4", mine.district, Set.of(), "", mine.desk);
        assertThat(numbers(canary, mine.leader)).containsExactly(number.toString());

        recusing.name(number, village.staffNumber(mine.leader.person()), "说的是他", mine.desk);

        assertThat(numbers(canary, mine.leader)).isEmpty();
        assertThat(page("/search?q=" + canary, mine.leader).text()).contains("没找着");
    }

    @Test
    void a_reader_of_a_protected_one_is_written_down_and_whoever_only_could_find_it_is_not() {
        var number = raise("不想让人知道 " + canary, Reporter.Mode.CONFIDENTIAL);
        handling.acceptAndAssign(number, "E4", mine.district, Set.of(), "", mine.desk);

        numbers(canary, mine.handler);
        numbers("羚羊挂角", mine.leader);

        assertThat(readers(number))
                .contains("person:" + mine.handler.person().value())
                .doesNotContain("person:" + mine.leader.person().value());
        assertThat(page("/search?q=" + canary, mine.handler).select("#main").text())
                .doesNotContain(village.staffNumber(mine.worker.person()));
    }

    @Test
    void what_people_typed_is_shown_and_never_run() {
        var words = "<script>alert(1)</script> " + canary;
        raise(words, Reporter.Mode.NAMED);

        var html = html("/search?q=" + encoded(words), mine.desk);

        assertThat(html).doesNotContain("<script>alert").doesNotContain("alert(1)</script>");
        assertThat(Jsoup.parse(html).select(".found-part").text()).contains("<script>");
    }

    @Test
    void pages_follow_each_other_and_narrowing_narrows() {
        var raised = new ArrayList<String>();
        for (var i = 0; i < 45; i++) {
            raised.add(raise("第" + i + "件 " + canary, Reporter.Mode.NAMED).toString());
        }
        var seen = new ArrayList<String>();
        var address = "/search?q=" + canary;
        while (!address.isEmpty()) {
            var page = page(address, mine.desk);
            seen.addAll(numbersOf(page));
            address = page.select(".paging a[href*=after]").attr("href");
        }

        assertThat(seen).hasSize(45).containsExactlyInAnyOrderElementsOf(raised);
        assertThat(numbersOf(page("/search?sort=newest&q=" + canary, mine.desk)))
                .isEqualTo(raised.reversed().subList(0, 20));
        assertThat(numbers(canary + "&state=over", mine.desk)).isEmpty();
        assertThat(numbers(canary + "&state=open&matter=E", mine.desk)).hasSize(20);
        assertThat(numbers(canary + "&matter=A", mine.desk)).isEmpty();
        assertThat(numbers(canary + "&until=2001-01-01", mine.desk)).isEmpty();
        assertThat(numbers(canary + "&from=nonsense&until=+999999999-12-31", mine.desk))
                .hasSize(20);
    }

    @Test
    void units_are_found_by_everybody_who_signed_in_and_people_by_their_administrator() {
        var name = database.sql("select name from organization.unit_card where id = :id")
                .param("id", mine.mine.value())
                .query((row, _) -> row.getString("name"))
                .single();
        var administrator =
                new Actor.Member(village.worker(mine.mine), "管", List.of(new Grant(Role.ADMINISTRATOR, mine.mine)));
        var staff = village.staffNumber(mine.handler.person());

        assertThat(page("/search?q=" + encoded(name), mine.worker).text()).contains(name);
        assertThat(page("/search?q=" + encoded(staff), administrator)
                        .select("a[href=/organization/people/" + staff + "]"))
                .hasSize(1);
        assertThat(page("/search?q=" + encoded(staff), mine.desk).select("a[href*=/organization/]"))
                .isEmpty();
    }

    @Test
    void nothing_that_is_typed_is_an_incident() {
        for (var typed : List.of(
                "",
                " ",
                "的",
                "😀",
                "%",
                "_",
                "\\",
                "\"",
                "'",
                "井".repeat(20_000),
                "hello",
                "\u202E",
                "*:*",
                "\uD83D")) {
            for (var actor : List.of(mine.worker, mine.desk)) {
                assertThat(mvc.get()
                                .uri(URI.create("/search?q=" + encoded(typed)))
                                .with(SignedIn.as(actor)))
                        .as(typed)
                        .hasStatus(200);
            }
        }
        assertThat(mvc.get().uri(URI.create("/search?q=a&after=0_1_2_3")).with(SignedIn.as(mine.desk)))
                .hasStatus(200);
        assertThat(page("/search?q=" + "z".repeat(300), mine.desk).text()).contains("太长了");
    }

    @Test
    void nobody_searches_without_signing_in() {
        assertThat(mvc.get()
                        .uri("/search?q=a")
                        .with(SignedIn.asNobody())
                        .exchange()
                        .getResponse()
                        .getStatus())
                .isIn(302, 303, 404);
    }

    private List<String> readers(ConcernNumber number) {
        return database.sql("select reader from audit.reading where subject = :subject and door = 'SEARCH'")
                .param("subject", "concern:" + number)
                .query((row, _) -> row.getString("reader"))
                .list();
    }

    private ConcernNumber raise(String words, Reporter.Mode mode) {
        var concern = new NewConcern(
                ConcernKind.HELP,
                "E4",
                "",
                words,
                "二号澡堂",
                mode,
                Optional.empty(),
                Optional.empty(),
                Channel.PAGE,
                List.of());
        return raising.raise(concern, Mine.token(), mine.worker).number();
    }

    private List<String> numbers(String words, Actor actor) {
        var query = words.contains("&") ? words : encoded(words);
        return numbersOf(page("/search?q=" + query, actor));
    }

    private static List<String> numbersOf(Document page) {
        return page.select(".concern-card .nowrap").eachText();
    }

    private Document page(String address, Actor actor) {
        return Jsoup.parse(html(address, actor));
    }

    private String html(String address, Actor actor) {
        var answer = mvc.get().uri(URI.create(address)).with(SignedIn.as(actor)).exchange();
        assertThat(answer).hasStatusOk();
        return new String(answer.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8);
    }

    private static String encoded(String words) {
        return URLEncoder.encode(words, StandardCharsets.UTF_8);
    }
}
