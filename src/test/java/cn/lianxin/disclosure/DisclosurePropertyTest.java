package cn.lianxin.disclosure;

import static org.assertj.core.api.Assertions.assertThat;

import cn.lianxin.ProductTest;
import cn.lianxin.TestClock;
import cn.lianxin.concern.Mine;
import cn.lianxin.identity.SignedIn;
import cn.lianxin.identity.Village;
import cn.lianxin.kernel.Actor;
import cn.lianxin.kernel.Refusal;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/**
 * Random people do random things with notices. A notice never ends with an objection that nobody answered; nobody publishes
 * alone; what stood in columns that may not be public, or what a version has closed, stands on no route; and who
 * objected without a name is known nowhere.
 */
@ProductTest
class DisclosurePropertyTest {

    private static final int STEPS = 260;

    @Autowired
    ApplicationContext context;

    @Autowired
    MockMvcTester mvc;

    @Autowired
    JdbcClient database;

    @Autowired
    Village village;

    private final Random random = new Random(20_261_130);
    private final List<Long> numbers = new ArrayList<>();
    private final Set<String> hidden = new LinkedHashSet<>();
    private final Map<Long, String> closable = new HashMap<>();
    private int canaries;
    private int ended;
    private int refusals;

    @AfterEach
    void today() {
        TestClock.reset();
    }

    @Test
    void whatever_people_do_nothing_ends_unanswered_and_nothing_hidden_is_shown() throws Exception {
        var mine = new Mine(village);
        var board = new Board(context, mine);
        var people = List.of(
                mine.worker,
                mine.handler,
                mine.leader,
                mine.mineLeader,
                mine.supervisor,
                mine.desk,
                mine.otherHandler,
                mine.stranger);

        for (var step = 0; step < STEPS; step++) {
            var by = people.get(random.nextInt(people.size()));
            try {
                act(board, by, people);
            } catch (Refusal refused) {
                refusals++;
            }
            invariants(mine);
            if (step % 20 == 19) {
                crawl(people);
            }
        }
        crawl(people);

        assertThat(numbers).hasSizeGreaterThan(10);
        assertThat(hidden).hasSizeGreaterThan(10);
        assertThat(ended).isPositive();
        assertThat(refusals).isPositive();
    }

    private void act(Board board, Actor.Member by, List<Actor.Member> people) {
        var mine = board.mine;
        var number = numbers.isEmpty() ? 0L : numbers.get(random.nextInt(numbers.size()));
        switch (random.nextInt(12)) {
            case 0, 1 -> numbers.add(board.writing.begin(mine.district, mine.mine, Board.PAY, "", by));
            case 2, 3 -> save(board, number, by);
            case 4 -> board.writing.submit(number, by);
            case 5, 6 -> {
                var work = board.notices.get(number).inWork();
                board.approving.approve(number, work.map(Version::place).orElse(0), random.nextBoolean(), by);
                work.filter(Version::closesEarlier)
                        .filter(one -> !one.body().equals(closable.get(number)))
                        .ifPresent(_ -> hidden.add(closable.getOrDefault(number, "∅")));
                remember(board, number);
            }
            case 7 ->
                board.writing.beginAgain(
                        number,
                        random.nextInt(3) == 0 ? Version.Kind.WITHDRAWAL : Version.Kind.CORRECTION,
                        "算错了",
                        random.nextInt(3) == 0,
                        by);
            case 8, 9 -> board.objected(number, "少记了", random.nextBoolean(), by);
            case 10 -> {
                var said = board.objections.to(number);
                if (!said.isEmpty()) {
                    board.objecting.reply(
                            number,
                            said.get(random.nextInt(said.size())).id(),
                            Reply.Outcome.values()[random.nextInt(3)],
                            "核对了考勤和验收单，按实际班数改。",
                            people.get(random.nextInt(people.size())));
                }
            }
            default -> {
                TestClock.forward(Duration.ofDays(random.nextInt(25)));
                board.ending.look();
            }
        }
    }

    private void save(Board board, long number, Actor.Member by) {
        var canary = "密" + ++canaries + "底";
        var text = "话" + ++canaries + "头";
        var table = "姓名\t家庭住址\t工分\t手机号\n甲某\t" + canary + "\t" + random.nextInt(200) + "\t" + canary + "\n";
        board.pages.save(
                number, new WritingPages.Typed("工分公示" + number, text, table), Optional.empty(), false, List.of(), by);
        hidden.add(canary);
    }

    /** The words of what stands, which a later version may close. */
    private void remember(Board board, long number) {
        board.notices
                .get(number)
                .current()
                .filter(one -> !one.body().isEmpty())
                .ifPresent(one -> closable.put(number, one.body()));
    }

    private void invariants(Mine mine) {
        assertThat(database.sql("""
                        select count(*) from disclosure.notice n join disclosure.objection o on o.notice = n.number
                        where n.ended_at is not null and n.circle = :circle
                          and not exists (select 1 from disclosure.reply r where r.objection = o.id)
                        """)
                        .param("circle", mine.mine.value())
                        .query(Integer.class)
                        .single())
                .as("ended with an objection that nobody answered")
                .isZero();
        assertThat(database.sql("select count(*) from disclosure.version where approved_by = drafted_by")
                        .query(Integer.class)
                        .single())
                .as("published by one person alone")
                .isZero();
        ended = database.sql("select count(*) from disclosure.notice where ended_at is not null and circle = :circle")
                .param("circle", mine.mine.value())
                .query(Integer.class)
                .single();
    }

    private void crawl(List<Actor.Member> people) throws Exception {
        var readers = new ArrayList<Actor>(people);
        readers.add(new Actor.Visitor());
        for (var number : numbers) {
            var reader = readers.get(random.nextInt(readers.size()));
            for (var address : List.of(
                    "",
                    "/draft",
                    "/versions/1",
                    "/versions/2",
                    "/versions/3",
                    "/comparison?from=1&to=2",
                    "/table.csv",
                    "/again")) {
                check(number + address, text("/disclosures/" + number + address, reader));
            }
            if (random.nextInt(6) == 0) {
                check(number + "/sheet.pdf", sheet("/disclosures/" + number + "/sheet.pdf", reader));
            }
        }
        for (var circle : List.of("", "?circle=0")) {
            check("front", text("/disclosures" + circle, readers.getLast()));
        }
    }

    private void check(String what, String text) {
        for (var canary : hidden) {
            assertThat(text).as(what).doesNotContain(canary);
        }
    }

    private String text(String address, Actor reader) {
        var answer = mvc.get().uri(address).with(SignedIn.as(reader)).exchange();
        assertThat(answer.getResponse().getStatus()).as(address).isIn(200, 303, 401, 404, 410);
        return new String(answer.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8);
    }

    private String sheet(String address, Actor reader) throws Exception {
        var answer = mvc.get().uri(address).with(SignedIn.as(reader)).exchange();
        if (answer.getResponse().getStatus() != 200) {
            return "";
        }
        try (var paper = Loader.loadPDF(answer.getResponse().getContentAsByteArray())) {
            return new PDFTextStripper().getText(paper);
        }
    }
}
