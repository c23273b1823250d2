package cn.lianxin.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.options.FilePayload;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** Every page there is, with rows, in both languages and sizes of letters. Whoever adds a page adds it to the table. */
@JourneyTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class EveryPageTest {

    /**
     * @param pattern address as its controller maps it
     * @param who opens it; nobody where he does not sign in
     * @param way leads there and answers the address
     */
    record View(String pattern, Who who, Function<Walk, String> way) {
        @Override
        public String toString() {
            return pattern + " " + who;
        }
    }

    enum Who {
        NOBODY,
        WORKER,
        DESK,
        HANDLER,
        SUPERVISOR,
        ADMINISTRATOR
    }

    /** What answers with a file, or leads somewhere else. */
    private static final Set<String> NO_PAGES = Set.of(
            "/display",
            "/inbox/{message:[0-9]{1,18}}",
            "/concerns/{number}/attachments/{attachment}",
            "/organization/imports/{id}/faults.csv",
            "/organization/imports/template.xlsx",
            "/ledger/export",
            "/ledger/imports/{id}/file",
            "/ledger/imports/{id}/faults.csv");

    private static final int PHONE = 360;
    private static final int DESKTOP = 1440;

    @Autowired
    Collieries collieries;

    @Autowired
    Shortcuts shortcuts;

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    RequestMappingHandlerMapping mapping;

    private final TreeMap<Who, String> sessions = new TreeMap<>();
    private final List<View> views = new ArrayList<>();

    @BeforeAll
    void rows() {
        var colliery = collieries.found();
        people(colliery);
        var newOne = shortcuts.raise("澡堂晚班下来没热水，连着四天了", colliery);
        var inHand = shortcuts.raise("食堂夜宵八点就没了", colliery);
        shortcuts.take(inHand, colliery);
        var asked = shortcuts.raise("宿舍暖气不热", colliery);
        shortcuts.ask(asked, "哪一栋、几楼？", colliery);
        var answered = shortcuts.raise("班车早上总是晚到，赶不上班前会", colliery);
        shortcuts.answer(answered, colliery);
        raising();
        for (var number : List.of(newOne, asked, answered)) {
            add("/concerns/{number}", Who.WORKER, "/concerns/" + number);
        }
        add("/concerns/{number}", Who.DESK, "/concerns/" + newOne);
        add("/concerns/{number}", Who.HANDLER, "/concerns/" + inHand);
        add("/concerns/{number}", Who.SUPERVISOR, "/concerns/" + answered);
        add("/concerns/{number}", Who.NOBODY, "/concerns/" + answered);
        accounts(colliery);
        organization(colliery);
        ledger();
    }

    private final TreeMap<Who, Colliery.Member> members = new TreeMap<>();

    private void people(Colliery colliery) {
        members.put(Who.WORKER, colliery.worker());
        members.put(Who.DESK, colliery.desk());
        members.put(Who.HANDLER, colliery.services());
        members.put(Who.SUPERVISOR, colliery.supervisor());
        members.put(Who.ADMINISTRATOR, colliery.administrator());
    }

    private void raising() {
        add("/", Who.NOBODY, "/");
        add("/", Who.WORKER, "/");
        add("/concerns", Who.WORKER, "/concerns");
        add("/concerns/new", Who.NOBODY, "/concerns/new");
        add("/concerns/new/{token}/words", Who.NOBODY, walk -> {
            step(walk, "matter");
            return walk.press("raise.back").page().url();
        });
        add("/concerns/new/{token}/matter", Who.NOBODY, walk -> step(walk, "matter"));
        add("/concerns/new/{token}/name", Who.WORKER, walk -> {
            step(walk, "matter");
            return walk.press("raise.next").page().url();
        });
        add("/receipt", Who.NOBODY, "/receipt");
        add("/desk/entry", Who.DESK, "/desk/entry");
        add("/inbox", Who.WORKER, "/inbox");
    }

    private static String step(Walk walk, String step) {
        walk.open("/concerns/new")
                .write("raise.words", "澡堂晚班下来没热水")
                .attach("raise.files", Samples.photo("澡堂二号间的花洒和墙上贴的开放时间表2026年11月22日.jpg"))
                .press("raise.next");
        return walk.page().url();
    }

    private void accounts(Colliery colliery) {
        add("/sign-in", Who.NOBODY, "/sign-in");
        add("/sign-out", Who.WORKER, "/sign-out");
        add("/password", Who.WORKER, "/password");
        add("/me", Who.HANDLER, "/me");
        add(
                "/accounts",
                Who.ADMINISTRATOR,
                "/accounts?words=" + colliery.worker().name());
        add(
                "/accounts/{person:\\d+}",
                Who.ADMINISTRATOR,
                "/accounts/" + colliery.desk().id().value());
        add("/accounts/slips", Who.ADMINISTRATOR, "/accounts/slips");
    }

    private void organization(Colliery colliery) {
        add("/organization", Who.ADMINISTRATOR, "/organization");
        add("/organization/units/{code}", Who.ADMINISTRATOR, "/organization/units/" + colliery.mineCode());
        add(
                "/organization/people/{number}",
                Who.ADMINISTRATOR,
                "/organization/people/" + colliery.desk().number());
        add("/organization/imports/new", Who.ADMINISTRATOR, "/organization/imports/new");
        add(
                "/organization/imports/{id}",
                Who.ADMINISTRATOR,
                walk -> walk.open("/organization/imports/new")
                        .choose("import-subject.PEOPLE")
                        .attach("organization.import.file", table("人员.csv", "工号,姓名,单位编码\nJ-9,韩掘进,没有\n"))
                        .press("organization.import.look")
                        .page()
                        .url());
    }

    private void ledger() {
        add("/ledger", Who.DESK, "/ledger");
        add("/ledger/imports/new", Who.DESK, "/ledger/imports/new");
        add("/ledger/imports/{id}", Who.DESK, EveryPageTest::preview);
        add("/ledger/imports/{id}", Who.DESK, walk -> {
            var address = preview(walk);
            walk.press("ledger.start", 2);
            walk.page().locator(".flash-success").waitFor();
            return address;
        });
    }

    private static String preview(Walk walk) {
        return walk.open("/ledger/imports/new")
                .attach("ledger.choose-file", table("登记表.csv", "反映时间,反映内容\n2025-03-01,班中餐是凉的\n,没写时间\n"))
                .press("ledger.look-first")
                .page()
                .url();
    }

    private static FilePayload table(String name, String text) {
        return new FilePayload(name, "text/csv", text.getBytes(StandardCharsets.UTF_8));
    }

    private void add(String pattern, Who who, String address) {
        add(pattern, who, _ -> address);
    }

    private void add(String pattern, Who who, Function<Walk, String> way) {
        views.add(new View(pattern, who, way));
    }

    List<View> views() {
        return views;
    }

    @Test
    void no_page_is_forgotten() {
        var pages = mapping.getHandlerMethods().entrySet().stream()
                .filter(entry -> entry.getValue().getBeanType().getName().startsWith("cn.lianxin."))
                .map(Map.Entry::getKey)
                .filter(info -> info.getMethodsCondition().getMethods().contains(RequestMethod.GET))
                .flatMap(info -> info.getPatternValues().stream())
                .filter(pattern -> !NO_PAGES.contains(pattern))
                .toList();

        assertThat(views.stream().map(View::pattern).distinct()).containsExactlyInAnyOrderElementsOf(pages);
    }

    @ParameterizedTest
    @MethodSource("views")
    void it_can_be_read_by_everybody(View view, Devices devices) {
        var walk = devices.phone();
        signIn(walk, view.who());
        var address = view.way().apply(walk).replace(devices.home(), "");

        var faults = new ArrayList<String>();
        for (var senior : List.of("off", "on")) {
            for (var language : List.of("zh-CN", "en")) {
                walk.remember("senior", senior);
                walk.remember("language", language);
                walk.page().setViewportSize(PHONE, 740);
                walk.page().navigate(devices.home() + address);
                var found = new ArrayList<>(walk.check().layoutFaults());
                // Every pair of language, letters and width once.
                walk.page().setViewportSize(senior.equals("on") == language.equals("en") ? DESKTOP : PHONE, 740);
                found.addAll(walk.check().accessibilityFaults());
                found.forEach(fault -> faults.add("senior " + senior + ", " + language + ": " + fault));
            }
        }

        assertThat(faults).isEmpty();
    }

    /** Each signs in once. */
    private void signIn(Walk walk, Who who) {
        var member = members.get(who);
        if (member == null) {
            return;
        }
        var session = sessions.computeIfAbsent(who, _ -> walk.signIn(member).remembered("lianxin"));
        walk.remember("lianxin", session);
    }
}
