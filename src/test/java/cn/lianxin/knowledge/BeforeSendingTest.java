package cn.lianxin.knowledge;

import static org.assertj.core.api.Assertions.assertThat;

import cn.lianxin.ProductTest;
import cn.lianxin.concern.ConcernKind;
import cn.lianxin.concern.ConcernNumber;
import cn.lianxin.concern.HandlingConcerns;
import cn.lianxin.concern.Mine;
import cn.lianxin.concern.RaisingConcerns;
import cn.lianxin.concern.Reporter;
import cn.lianxin.identity.Village;
import cn.lianxin.kernel.Actor;
import cn.lianxin.likeness.FollowedLikeness;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/** What a worker meets between what he writes and what he sends; whole pages, no script. */
@ProductTest
class BeforeSendingTest {

    private static final Actor NOBODY = new Actor.Visitor();
    private static final Pattern NUMBER = Pattern.compile("\\d{4}-\\d{4}-\\d{4}");

    @Autowired
    MockMvcTester mvc;

    @Autowired
    Village village;

    @Autowired
    RaisingConcerns raising;

    @Autowired
    HandlingConcerns handling;

    @Autowired
    PublicTrial trial;

    @Autowired
    FollowedLikeness likeness;

    @Autowired
    JdbcClient database;

    /** What only the texts of this test say. */
    private final String thing = Asking.thing();

    Mine mine;
    Asking asking;

    @BeforeEach
    void own_mine() {
        mine = new Mine(village);
        asking = new Asking(mvc, raising, handling);
        likeness.follow();
    }

    @Test
    void where_nothing_is_known_the_way_is_as_short_as_ever() {
        assertThat(asking.write(thing, mine.worker)).endsWith("/name");
        assertThat(asking.get(asking.write(thing, mine.worker).replace("/name", "/before"), mine.worker))
                .hasStatus(303);
    }

    @Test
    void a_public_answer_is_shown_and_one_tap_and_a_word_let_the_draft_go() {
        var question = published(thing + "找谁修？", "找后勤科报修，三天内换玻璃。");
        for (var by : List.of(mine.worker, NOBODY)) {
            var before =
                    asking.write(thing + "", "E4", ConcernKind.HELP, by, "unit", String.valueOf(mine.mine.value()));
            assertThat(before).endsWith("/before");
            var page = Asking.text(asking.get(before, by));
            assertThat(page).contains("三天内换玻璃", "照样交我的", "/answered/" + question);
            var answered = before.replace("/before", "/answered/" + question);
            assertThat(Asking.text(asking.get(answered, by))).contains(thing + "", "不交了");

            var gone = asking.post(answered, by);

            assertThat(Asking.text(gone)).contains("好，没有交");
            assertThat(filed()).isEqualTo(1);
            assertThat(Asking.text(asking.get(before, by))).doesNotContain(thing);
        }
        assertThat(database.sql("select count(*) from knowledge.tap where question = :q and answered")
                        .param("q", question)
                        .query(Integer.class)
                        .single())
                .isEqualTo(2);
    }

    @Test
    void sending_anyway_is_the_plain_button_and_files_as_ever() {
        published(thing + "找谁修？", "找后勤科报修。");
        var before = asking.write(thing + "", mine.worker);
        var page = Asking.text(asking.get(before, mine.worker));
        assertThat(page).contains("class=\"button button-go\" href=\"" + before.replace("/before", "/name") + "\"");
        assertThat(page.split("button-go", -1)).hasSize(2);

        var sent = asking.post("/concerns", mine.worker, "token", token(before), "mode", "ANONYMOUS");

        assertThat(sent).hasStatus(201);
        assertThat(filed()).isEqualTo(2);
    }

    @Test
    void a_report_of_wrongdoing_and_a_danger_to_life_are_never_compared() {
        published(thing + "找谁修？", "找后勤科报修。");
        others(thing + "", 3);

        for (var way : List.of(
                asking.write(thing + "", "K4", ConcernKind.REPORT, mine.worker),
                asking.write(thing + "", "E4", ConcernKind.REPORT, mine.worker),
                asking.write(thing + "，瓦斯超限了", "C3", ConcernKind.HELP, mine.worker))) {
            assertThat(way).endsWith("/name");
        }
        assertThat(asking.write(thing + "", mine.worker)).endsWith("/before");
    }

    @Test
    void two_others_are_some_five_are_counted_and_one_is_nobody() {
        others(thing + "", 1);
        assertThat(asking.write(thing + "", mine.worker)).endsWith("/name");

        others(thing + "得厉害", 1);
        var some = Asking.text(asking.get(asking.write(thing + "", mine.worker), mine.worker));
        assertThat(some).contains("还有别的工友也反映了").doesNotContain("2 个工友");

        others(thing + "", 3);
        var twice = new Actor.Member(village.worker(mine.crew), "工", List.of());
        asking.raise(thing + "", Reporter.Mode.NAMED, twice);
        asking.raise(thing + "啊", Reporter.Mode.NAMED, twice);
        var many = Asking.text(asking.get(asking.write(thing + "", mine.worker), mine.worker));
        assertThat(many).contains("还有 6 个工友");
        assertThat(NUMBER.matcher(many).find()).isFalse();
    }

    @Test
    void who_has_not_signed_in_or_works_elsewhere_is_told_of_nobody() {
        others(thing + "", 6);
        var elsewhere = new Mine(village);

        assertThat(asking.write(thing + "", elsewhere.worker)).endsWith("/name");
        assertThat(asking.write(thing + "", "E4", ConcernKind.HELP, NOBODY, "unit", String.valueOf(mine.mine.value())))
                .endsWith("/name");
    }

    @Test
    void
            one_tap_joins_with_an_own_receipt_an_own_reply_and_an_own_verdict_and_the_desk_decides_whether_it_is_the_same() {
        var main = others(thing + "", 2).getFirst();
        var before = asking.write(thing + "，冻得手都僵了", mine.worker);
        assertThat(before).endsWith("/before");

        var sent = asking.post(before.replace("/before", "/joining"), mine.worker);

        assertThat(sent).hasStatus(201);
        var own = numberIn(Asking.text(sent));
        assertThat(Asking.text(sent)).contains("class=\"digits\"");
        var again = Asking.text(asking.post(before.replace("/before", "/joining"), mine.worker));
        assertThat(numberIn(again)).isEqualTo(own);
        assertThat(Asking.text(asking.get("/concerns/" + own, mine.worker))).doesNotContain(main.toString());
        var desk = Asking.text(asking.get("/concerns/" + own, mine.desk));
        assertThat(desk).contains("本人说别人也遇到了", main.toString());
        assertThat(asking.post("/concerns/" + own + "/link", mine.desk, "main", main.toString(), "reason", "看过是一回事"))
                .hasStatus(303);
        asking.answer(main, "玻璃三天内换好", mine);
        var answered = Asking.text(asking.get("/concerns/" + own, mine.worker));
        assertThat(answered).contains("玻璃三天内换好", "/concerns/" + own + "/verdict");
        assertThat(asking.post(
                        "/concerns/" + own + "/verdict", mine.worker, "solved", "NOT_SOLVED", "satisfied", "FAIRLY"))
                .hasStatus(303);
    }

    @Test
    void joining_what_is_not_the_same_changes_nothing_for_him() {
        others(thing + "", 2);
        var before = asking.write(thing + "", mine.worker);

        var own = numberIn(Asking.text(asking.post(before.replace("/before", "/joining"), mine.worker)));

        handling.acceptAndAssign(own, "E4", mine.district, java.util.Set.of(), "", mine.desk);
        handling.acknowledge(own, "", mine.handler);
        handling.reply(own, Mine.reply(), mine.handler);
        assertThat(Asking.text(asking.get("/concerns/" + own, mine.worker))).contains("11月28日前换好");
    }

    @Test
    void who_wrote_of_it_before_adds_to_it_with_one_tap_or_sends_it_anew() {
        var first = asking.raise(thing + "", Reporter.Mode.CONFIDENTIAL, mine.worker);
        var before = asking.write(thing + "，今天更大了", mine.worker);
        var page = Asking.text(asking.get(before, mine.worker));
        assertThat(page).contains("反映过差不多的事", first.toString());

        assertThat(asking.post(before.replace("/before", "/continuation"), mine.worker, "number", first.toString()))
                .hasRedirectedUrl("/concerns/" + first);

        assertThat(Asking.text(asking.get("/concerns/" + first, mine.handler))).isNotNull();
        assertThat(Asking.text(asking.get("/concerns/" + first, mine.worker))).contains("今天更大了");
        assertThat(filed()).isEqualTo(1);
        assertThat(asking.write(thing + "", mine.stranger)).endsWith("/name");
        var anew = asking.write(thing + "", mine.worker);
        asking.post("/concerns", mine.worker, "token", token(anew), "mode", "NAMED");
        assertThat(filed()).isEqualTo(2);
    }

    @Test
    void the_holder_of_a_receipt_goes_on_with_what_it_opens_and_nobody_else_does() {
        var raised = raising.raise(
                new cn.lianxin.concern.NewConcern(
                        ConcernKind.HELP,
                        "E4",
                        "",
                        thing + "",
                        "",
                        Reporter.Mode.ANONYMOUS,
                        java.util.Optional.of(mine.mine),
                        java.util.Optional.empty(),
                        cn.lianxin.concern.Channel.PAGE,
                        List.of()),
                Mine.token(),
                NOBODY);
        var holder = new Actor.ReceiptHolder(raised.receipt().digest());
        var unit = String.valueOf(mine.mine.value());

        var before = asking.write(thing + "，又大了", "E4", ConcernKind.HELP, holder, "unit", unit);
        assertThat(before).endsWith("/before");
        assertThat(asking.write(thing + "", "E4", ConcernKind.HELP, NOBODY, "unit", unit))
                .endsWith("/name");
        var stolen = asking.write(thing + "", mine.worker);
        for (var other : List.of(mine.worker, mine.desk, NOBODY)) {
            assertThat(asking.post(
                            stolen.replace("/name", "/continuation"),
                            other,
                            "number",
                            raised.number().toString()))
                    .hasStatus(404);
        }
        assertThat(asking.post(
                        before.replace("/before", "/continuation"),
                        holder,
                        "number",
                        raised.number().toString()))
                .hasStatus(303);
        assertThat(Asking.text(asking.get("/concerns/" + raised.number(), holder)))
                .contains("又大了");
    }

    @Test
    void whatever_is_typed_leads_on() {
        published(thing + "找谁修？", "找后勤科报修。");
        for (var words : List.of(
                "水", "。", "😀🔥😀", "The window of the winder house is broken", "水".repeat(5_000), "Ω≈ç√", "'; drop")) {
            var way = asking.write(words, mine.worker);
            assertThat(way).as(words).matches("/concerns/new/[A-Za-z0-9_-]{24}/(name|before)");
            assertThat(asking.get(way, mine.worker)).hasStatusOk();
        }
        var token = token(asking.write("绞车房", mine.worker));
        assertThat(asking.get("/concerns/new/" + token + "/answered/999999999", mine.worker))
                .hasStatus(404);
        assertThat(asking.post("/concerns/new/" + token + "/continuation", mine.worker, "number", "x"))
                .hasStatus(404);
        assertThat(asking.get("/concerns/new/" + Mine.token() + "/before", mine.worker))
                .hasStatus(303);
        assertThat(asking.post("/concerns/new/" + Mine.token() + "/joining", mine.worker))
                .hasStatus(409);
    }

    private List<ConcernNumber> others(String words, int people) {
        return java.util.stream.IntStream.range(0, people)
                .mapToObj(_ -> asking.raise(
                        words, Reporter.Mode.NAMED, new Actor.Member(village.worker(mine.crew), "工", List.of())))
                .toList();
    }

    /** From an answered case of another matter, so that nothing but the question is like. */
    private long published(String asked, String answer) {
        var number = asking.answered("别的事 " + UUID.randomUUID(), "办好了", mine);
        return trial.publish(number, asked, answer, mine.handler, mine.desk, mine.supervisor);
    }

    private int filed() {
        return database.sql("select count(*) from concern.concern where desk_unit = :mine")
                .param("mine", mine.mine.value())
                .query(Integer.class)
                .single();
    }

    private static String token(String way) {
        return way.split("/")[3];
    }

    private static ConcernNumber numberIn(String page) {
        var found = NUMBER.matcher(page.substring(page.indexOf("编号")));
        assertThat(found.find()).isTrue();
        return ConcernNumber.parse(found.group()).orElseThrow();
    }
}
