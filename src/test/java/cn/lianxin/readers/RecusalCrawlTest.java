package cn.lianxin.readers;

import static org.assertj.core.api.Assertions.assertThat;

import cn.lianxin.ManyAddresses;
import cn.lianxin.ProductTest;
import cn.lianxin.application.ApplicationScope;
import cn.lianxin.application.Tokens;
import cn.lianxin.concern.Channel;
import cn.lianxin.concern.ConcernKind;
import cn.lianxin.concern.ConcernNumber;
import cn.lianxin.concern.Mine;
import cn.lianxin.concern.NewConcern;
import cn.lianxin.concern.RaisingConcerns;
import cn.lianxin.concern.RecusingConcerns;
import cn.lianxin.concern.Reporter;
import cn.lianxin.identity.SignedIn;
import cn.lianxin.identity.Village;
import cn.lianxin.kernel.Actor;
import cn.lianxin.kernel.Grant;
import cn.lianxin.kernel.Role;
import cn.lianxin.problem.OpeningProblems;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/**
 * Asks every address there is as everybody who stays out, before and after he has to: every answer stays the same but for
 * what is drawn by lot and by the clock, and the number of the accusation answers like one that nobody ever got.
 */
@ProductTest
class RecusalCrawlTest {

    private static final String WORDS = Canaries.COMMON + "说的是谁";

    /** Its leak is the one that has to be found. */
    private static final String LEAK = LeakingController.ADDRESS;

    private static final Pattern VARIABLE = Pattern.compile("\\{\\*?\\w+[^/]*?}(?=[/.]|$)");
    private static final Pattern BY_LOT_OR_CLOCK = Pattern.compile(
            "[A-Za-z0-9_=-]{20,}|\\d{4}-\\d\\d-\\d\\dT[0-9:.]+Z?|\\d{1,2}:\\d\\d(:\\d\\d)?|\\d+ ?(分钟|min)");

    private static final ApplicationScope[] OF_PERSONS = {
        ApplicationScope.CONCERNS,
        ApplicationScope.VERDICTS,
        ApplicationScope.WORK,
        ApplicationScope.LEDGER,
        ApplicationScope.BOARD,
        ApplicationScope.SELF,
        ApplicationScope.ORGANIZATION_READ
    };

    /** @param searches whether he asks for words and numbers too */
    private record Caller(
            String name, boolean machine, boolean searches, UnaryOperator<MockHttpServletRequestBuilder> comesWith) {

        boolean goesTo(String route) {
            return machine == route.matches("/(api|open311)/.*");
        }
    }

    @Autowired
    MockMvcTester mvc;

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    RequestMappingHandlerMapping mappings;

    @Autowired
    RaisingConcerns raising;

    @Autowired
    RecusingConcerns recusing;

    @Autowired
    OpeningProblems opening;

    @Autowired
    Village village;

    @Autowired
    Tokens tokens;

    @Autowired
    JdbcClient database;

    /** The problem to which the accusations are laid, beside a concern that everybody here sees. */
    private String lying = "";

    @Test
    void nothing_tells_whoever_stays_out_that_there_is_an_accusation() throws InterruptedException {
        var mine = new Mine(village);
        var problem = opening.open("澡堂没热水", List.of(raise(mine, "E4", "澡堂没热水", "")), mine.supervisor);
        lying = problem.toString();
        // Everybody has as many rights as there are, so that nothing is hidden from him but by his staying out.
        var named = everything(mine.leader, mine);
        var ofHisUnit = everything(mine.handler, mine);
        var steppedBack = everything(mine.secondSupervisor, mine);
        var callers = new ArrayList<Caller>();
        callers.add(page("the named", named, true));
        callers.add(page("one of his unit", ofHisUnit, false));
        callers.add(page("one who stepped back", steppedBack, false));
        callers.add(page("his deputy", standingInFor(steppedBack), false));
        village.give(mine.secondSupervisor.person(), Role.DESK_OFFICER, mine.mine, LocalDate.now());
        for (var person : List.of(mine.leader, mine.secondSupervisor)) {
            var token = tokens.person(person.person(), mine.mine, OF_PERSONS);
            callers.add(new Caller(
                    "token of " + person.person(),
                    true,
                    true,
                    call -> call.header("Authorization", "Bearer " + token)));
        }
        settled();
        var unknown = unknownNumber();
        var before = answers(callers, unknown);

        var accusations = List.of(
                raise(mine, "E4", WORDS, village.staffNumber(mine.leader.person())),
                raise(mine, "K4", WORDS, village.staffNumber(mine.leader.person())),
                raise(
                        mine,
                        "C3",
                        WORDS + "透水了",
                        village.staffNumber(mine.leader.person()) + "、" + village.staffNumber(mine.handler.person())));
        accusations.forEach(number -> recusing.stepBack(number, "我认识他", mine.secondSupervisor));
        for (var number : accusations) {
            var tapped =
                    mvc.post().uri("/concerns/" + number + "/safeguard/trouble").with(SignedIn.as(mine.worker));
            assertThat(tapped.exchange()).hasStatus(303);
        }
        accusations.forEach(number -> opening.attach(problem, number, mine.supervisor));
        settled();

        var told = new TreeSet<String>();
        for (var number : accusations) {
            answers(number.equals(accusations.getFirst()) ? callers : callers.subList(0, 1), number.toString())
                    .forEach((asked, answer) -> {
                        if (!answer.equals(before.get(asked))) {
                            told.add(asked + difference(before.getOrDefault(asked, ""), answer));
                        }
                    });
        }
        var leaks = new TreeSet<>(told);
        leaks.removeIf(one -> !one.contains(LEAK));
        told.removeAll(leaks);
        assertThat(told).isEmpty();
        assertThat(leaks).as("the crawl finds an address that forgets to ask").isNotEmpty();
        var search = "/desk?q=" + encoded(Canaries.COMMON);
        assertThat(bodyOf(search, call -> call.with(SignedIn.as(mine.desk))))
                .as("the words are there for those who may see them")
                .contains(WORDS);
    }

    /** By who asks what, with this number where a number belongs. */
    private Map<String, String> answers(List<Caller> callers, String number) {
        var answers = new LinkedHashMap<String, String>();
        for (var route : routes()) {
            for (var caller : callers) {
                if (caller.goesTo(route)) {
                    for (var address : addresses(route, caller.searches())) {
                        var answer = bodyOf(address.replace("NUMBER", number), caller.comesWith());
                        answers.put(caller.name() + " " + address, answer.replace(number, "NUMBER"));
                    }
                }
            }
        }
        return answers;
    }

    private List<String> addresses(String route, boolean searching) {
        var address = VARIABLE.matcher(
                        route.replaceFirst("\\{(number|id)}", "NUMBER").replaceFirst("\\{problem:[^/]*}", lying))
                .replaceAll("1")
                .replace("/**", "/anything");
        return searching && !route.contains("{")
                ? List.of(
                        address,
                        address + "?q=" + encoded(Canaries.COMMON) + "&words=" + encoded(Canaries.COMMON),
                        address + "?number=NUMBER")
                : List.of(address);
    }

    private String unknownNumber() {
        for (var serial = 900_000; ; serial++) {
            var number = "2026-%04d-%04d".formatted(serial / 10_000, serial % 10_000);
            if (ConcernNumber.parse(number).isPresent()
                    && database.sql("select count(*) from concern.concern where number = :number")
                                    .param("number", number)
                                    .query(Long.class)
                                    .single()
                            == 0) {
                return ConcernNumber.parse(number).orElseThrow().toString();
            }
        }
    }

    private String bodyOf(String address, UnaryOperator<MockHttpServletRequestBuilder> comesWith) {
        var call =
                comesWith.apply(MockMvcRequestBuilders.get(URI.create(address)).remoteAddress(ManyAddresses.next()));
        var response = mvc.perform(call).getResponse();
        var content = response.getContentAsByteArray();
        var plain = new String(content, StandardCharsets.UTF_8);
        var text = plain.startsWith("%PDF-") ? printed(content) : plain;
        return response.getStatus() + " "
                + BY_LOT_OR_CLOCK.matcher(withoutOwnTraces(address, text)).replaceAll("·");
    }

    /** What a sheet says; its bytes differ each time. */
    private static String printed(byte[] sheet) {
        try (var document = Loader.loadPDF(sheet)) {
            return new PDFTextStripper().getText(document);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The crawl leaves traces there: at which kind of address it was refused, what it took away, and never of which concern. */
    private static String withoutOwnTraces(String address, String page) {
        var from = address.startsWith("/administrators/")
                ? page.lastIndexOf("<ul class=\"readers\"")
                : address.startsWith("/me/data") ? page.indexOf("<summary>操作、阅读、登录的记录") : -1;
        if (from < 0) {
            return page;
        }
        var until = page.indexOf("</details>", from);
        var traces = until < 0 ? page.substring(from) : page.substring(from, until);
        assertThat(traces).doesNotContain(WORDS).doesNotContainPattern(">[^<]*\\d{4}-\\d{4}-\\d{4}");
        return page.replace(traces, "");
    }

    private static String difference(String expected, String found) {
        var at = 0;
        while (at < Math.min(expected.length(), found.length()) && expected.charAt(at) == found.charAt(at)) {
            at++;
        }
        return " at …"
                + found.substring(Math.max(0, at - 40), Math.min(found.length(), at + 60))
                        .replace('\n', ' ');
    }

    private ConcernNumber raise(Mine mine, String matter, String words, String about) {
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
                List.of(),
                about);
        return raising.raise(concern, Mine.token(), mine.worker).number();
    }

    private Caller page(String name, Actor.Member member, boolean searches) {
        return new Caller(name, false, searches, call -> call.with(SignedIn.as(member)));
    }

    private static Actor.Member everything(Actor.Member member, Mine mine) {
        var grants = new ArrayList<>(member.grants());
        for (var role : Role.values()) {
            grants.add(new Grant(role, mine.mine));
        }
        return new Actor.Member(member.person(), member.name(), grants);
    }

    /** With nothing of his own. */
    private Actor.Member standingInFor(Actor.Member absent) {
        return new Actor.Member(
                village.worker(village.mine()),
                "替班的",
                absent.grants(),
                List.of(new Actor.StandIn(
                        absent.person(),
                        "不在的",
                        false,
                        Instant.now().plus(Duration.ofDays(1)),
                        absent.grants(),
                        absent.grants())));
    }

    private List<String> routes() {
        var routes = new ArrayList<String>();
        mappings.getHandlerMethods().forEach((mapping, method) -> {
            var methods = mapping.getMethodsCondition().getMethods();
            if (method.getBeanType().getName().startsWith("cn.lianxin.")
                    && (methods.isEmpty() || methods.contains(RequestMethod.GET))) {
                routes.addAll(mapping.getPatternValues());
            }
        });
        assertThat(routes).hasSizeGreaterThan(100);
        return routes.stream().sorted().toList();
    }

    private static String encoded(String words) {
        return URLEncoder.encode(words, StandardCharsets.UTF_8);
    }

    /** What is told after a step is told after its transaction. */
    private void settled() throws InterruptedException {
        for (var i = 0; i < 200; i++) {
            if (database.sql("select count(*) from event.event_publication")
                            .query(Long.class)
                            .single()
                    == 0) {
                return;
            }
            Thread.sleep(50);
        }
    }
}
