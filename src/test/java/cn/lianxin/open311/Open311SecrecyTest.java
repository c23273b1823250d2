package cn.lianxin.open311;

import static org.assertj.core.api.Assertions.assertThat;

import cn.lianxin.ProductTest;
import cn.lianxin.application.ApplicationScope;
import cn.lianxin.application.Tokens;
import cn.lianxin.concern.Channel;
import cn.lianxin.concern.ConcernKind;
import cn.lianxin.concern.ConcernNumber;
import cn.lianxin.concern.HandlingConcerns;
import cn.lianxin.concern.Mine;
import cn.lianxin.concern.NewConcern;
import cn.lianxin.concern.RaisingConcerns;
import cn.lianxin.concern.Receipt;
import cn.lianxin.concern.Reporter;
import cn.lianxin.concern.ReviewingConcerns;
import cn.lianxin.identity.Village;
import cn.lianxin.kernel.Actor;
import cn.lianxin.organization.Directory;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/** Each case carries a word of its own; every key asks for everything, and meets only the words that are for it. */
@ProductTest
class Open311SecrecyTest {

    @Autowired
    MockMvcTester mvc;

    @Autowired
    Village village;

    @Autowired
    Tokens tokens;

    @Autowired
    Directory directory;

    @Autowired
    RaisingConcerns raising;

    @Autowired
    HandlingConcerns handling;

    @Autowired
    ReviewingConcerns reviewing;

    final Map<String, String> numbers = new LinkedHashMap<>();
    Cases cases;
    Mine mine;

    @BeforeEach
    void found() {
        cases = new Cases(mvc, village, tokens, directory);
        mine = cases.mine;
        raise("金丝雀实名", "E4", ConcernKind.HELP, Reporter.Mode.NAMED);
        raise("金丝雀保密", "E4", ConcernKind.HELP, Reporter.Mode.CONFIDENTIAL);
        raise("金丝雀匿名", "E4", ConcernKind.HELP, Reporter.Mode.ANONYMOUS);
        raise("金丝雀廉洁", "K4", ConcernKind.REPORT, Reporter.Mode.NAMED);
        raise("金丝雀举报", "C6", ConcernKind.REPORT, Reporter.Mode.NAMED);
        file("金丝雀应用", "E4", cases.application);
        file("金丝雀别家", "E4", cases.another);
        cases.application.file(cases.request("K5", "金丝雀报复"));
        for (var word : List.of("金丝雀实名", "金丝雀保密", "金丝雀匿名", "金丝雀举报", "金丝雀应用", "金丝雀别家")) {
            handling.acceptAndAssign(number(word), "E4", mine.district, Set.of(), "", mine.desk);
            handling.note(number(word), "金丝雀内部", mine.desk);
        }
    }

    @Test
    void every_key_meets_the_words_that_are_for_it_and_no_others() {
        var supervisor = new Client(
                mvc,
                tokens.person(mine.supervisor.person(), mine.mine, ApplicationScope.WORK, ApplicationScope.CONCERNS));

        assertThat(wordsMetBy(cases.nobody)).isEmpty();
        assertThat(wordsMetBy(cases.application)).containsExactlyInAnyOrder("金丝雀应用");
        assertThat(wordsMetBy(cases.another)).containsExactlyInAnyOrder("金丝雀别家");
        assertThat(wordsMetBy(cases.worker)).containsExactlyInAnyOrder("金丝雀实名", "金丝雀保密");
        assertThat(wordsMetBy(cases.handler)).containsExactlyInAnyOrder("金丝雀实名", "金丝雀保密", "金丝雀匿名", "金丝雀应用", "金丝雀别家");
        assertThat(wordsMetBy(supervisor)).containsExactlyInAnyOrder("金丝雀实名", "金丝雀保密", "金丝雀匿名", "金丝雀应用", "金丝雀别家");
    }

    /** What a worker adds with his receipt he tells those who handle it, not the program through which he began. */
    @Test
    void what_the_worker_says_afterwards_stays_between_him_and_those_who_handle_it() {
        var answer = cases.application.file(cases.request("E4", "没热水"));
        var number =
                ConcernNumber.parse(answer.get("service_request_id").asString()).orElseThrow();
        var holder = new Actor.ReceiptHolder(
                Receipt.parse(answer.get("receipt").asString()).orElseThrow().digest());
        handling.acceptAndAssign(number, "E4", mine.district, Set.of(), "", mine.desk);
        handling.acknowledge(number, "", mine.handler);
        handling.askForMore(number, "哪个澡堂？", mine.handler);
        raising.giveMore(number, "金丝雀补充：我是早班的老王", List.of(), holder);
        raising.say(number, "金丝雀说话", List.of(), holder);
        handling.reply(number, Mine.reply(), mine.handler);
        raising.raiseAgain(number, "金丝雀再提", List.of(), holder);
        raising.withdraw(number, "金丝雀撤回", holder);
        reviewing.decideEnding(number, false, "金丝雀是班长让他撤的", mine.supervisor);

        var everything = crawl(cases.application);

        assertThat(everything)
                .contains("本人补充了情况", "哪个澡堂？", "单位以外的人看过，不算了结")
                .doesNotContain("金丝雀补充", "金丝雀说话", "金丝雀再提", "金丝雀撤回", "金丝雀是班长");
    }

    @Test
    void nobody_is_named() {
        var names = new ArrayList<String>();
        for (var member : List.of(mine.worker, mine.desk, mine.handler, mine.leader, mine.supervisor)) {
            names.add(directory.person(member.person()).name());
            names.add(directory.person(member.person()).staffNumber());
        }
        handling.acknowledge(number("金丝雀实名"), "去看看", mine.handler);
        village.leave(mine.handler.person());

        for (var client : List.of(cases.application, cases.worker, cases.nobody)) {
            assertThat(crawl(client)).doesNotContain(names);
        }
        assertThat(crawl(cases.worker)).contains("换了一个人接着办");
    }

    private Set<String> wordsMetBy(Client client) {
        var everything = crawl(client);
        var met = new HashSet<String>();
        var match = java.util.regex.Pattern.compile("金丝雀..").matcher(everything);
        while (match.find()) {
            met.add(match.group());
        }
        numbers.forEach((word, number) -> {
            if (everything.contains(number) && !met.contains(word)) {
                met.add("number of " + word);
            }
        });
        return met;
    }

    /** Asks for every list, every case there is and each of its parts, in both forms; what was asked for is left out. */
    private String crawl(Client client) {
        var paths = new ArrayList<>(List.of(
                "services",
                "services/E4",
                "services/K4",
                "requests",
                "requests?extensions=true",
                "requests?status=open",
                "requests?status=closed",
                "requests?service_code=E4,K4,K5,C6",
                "requests?page_size=1&page=2",
                "requests?service_request_id=" + String.join(",", numbers.values())));
        var texts = new StringBuilder();
        for (var number : numbers.values()) {
            for (var part : List.of("", "/history", "?extensions=true")) {
                paths.add("requests/" + number + part);
            }
            paths.add("tokens/" + number);
        }
        for (var path : paths) {
            for (var suffix : List.of(".json", ".xml")) {
                var question = path.indexOf('?');
                var got = client.get(
                        question < 0 ? path + suffix : path.substring(0, question) + suffix + path.substring(question));
                texts.append(got.text()).append('\n');
            }
        }
        return texts.toString();
    }

    private void raise(String word, String matter, ConcernKind kind, Reporter.Mode mode) {
        var concern = new NewConcern(
                kind,
                matter,
                "",
                word + "，请看一看",
                "",
                mode,
                Optional.of(mine.crew),
                Optional.empty(),
                Channel.PAGE,
                List.of());
        numbers.put(
                word, raising.raise(concern, Mine.token(), mine.worker).number().toString());
    }

    private void file(String word, String matter, Client client) {
        numbers.put(
                word,
                client.file(cases.request(matter, word + "，请看一看"))
                        .get("service_request_id")
                        .asString());
    }

    private ConcernNumber number(String word) {
        return ConcernNumber.parse(java.util.Objects.requireNonNull(numbers.get(word)))
                .orElseThrow();
    }
}
