package cn.lianxin.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
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

    /** What answers with a file, or leads somewhere else. */
    private static final Set<String> NO_PAGES = Set.of(
            "/display",
            "/pass",
            // Nothing is there unless a provider is set up (CompanyAccountJourneyTest).
            "/sign-in/company",
            "/sign-in/company/back",
            "/sign-in/company/over",
            "/trust/lianxin.crt",
            "/trust/trusted",
            "/log/checkpoint",
            "/log/key",
            "/log/policy",
            "/log/published",
            "/log/tile/{*rest}",
            "/log/openings/{index:[0-9]{1,15}}/{width:[0-9]{1,3}}",
            "/log/proof/{place:[0-9]{1,18}}.tlog-proof",
            "/inbox/{message:[0-9]{1,18}}",
            "/concerns/{number}/attachments/{attachment}",
            "/concerns/{number}/public-ledger/pictures/{attachment}/upright",
            "/concerns/{number}/public-ledger/pictures/{attachment}/painted",
            "/public-ledger/waiting/{entry:[0-9]{1,18}}/pictures/{place:[1-3]}",
            "/public-ledger/{entry:[0-9]{1,18}}/pictures/{place:[1-3]}",
            "/concerns/new/{token}/attachments/{attachment}",
            "/concerns/new/offline/{token}",
            "/sealed/words",
            "/service-worker.js",
            "/manifest.webmanifest",
            "/personnel/imports/{id}/faults.csv",
            "/personnel/imports/template.xlsx",
            "/spot-checks/draws/{period:[0-9]{1,18}}/list",
            "/organization/imports/new",
            "/personnel/rosters/present.xlsx",
            "/personnel/rosters/{id}/lists/{list}.csv",
            "/personnel/rosters/{id}/faults.csv",
            "/reports/{id}/report.pdf",
            "/reports/{id}/report.xlsx",
            "/reports/{id}/sheet.pdf",
            "/concerns/{number}/proof",
            "/disclosures/{number:[0-9]{1,18}}/sheet.pdf",
            "/disclosures/{number:[0-9]{1,18}}/table.csv",
            "/disclosures/{number:[0-9]{1,18}}/files/{attachment}",
            "/watermarks/{id:[0-9]{1,18}}/{part}",
            "/news/articles/{article:[0-9]{1,18}}/pictures/{place:[0-9]{1,2}}",
            "/news/articles/{article:[0-9]{1,18}}/pictures/{place:[0-9]{1,2}}/small",
            "/news/articles/{article:[0-9]{1,18}}/pictures/{place:[0-9]{1,2}}/{size:[0-9]{3,4}[.][a-z]{3,4}}",
            "/news/{file:[a-z]{3,4}[.][a-z]{3,4}}",
            "/news/channels/{channel:[a-z-]{2,30}}/{file:[a-z]{3,4}[.][a-z]{3,4}}",
            "/news/sitemap.xml",
            "/news/sitemap/{part:[0-9]{1,12}}.xml",
            "/correspondents/files/{person:[0-9]{1,18}}/certificate.pdf",
            "/correspondents/fees/{sheet:[0-9]{1,18}}/document",
            "/newsroom/drafts/{draft:[0-9]{1,18}}/pictures/{place:[0-9]{1,2}}",
            "/newsroom/articles/{article:[0-9]{1,18}}/revisions/{place:[0-9]{1,6}}/pictures/{picture:[0-9]{1,2}}",
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

    private final TreeMap<Views.Who, String> sessions = new TreeMap<>();
    private final Map<Views.View, String> addresses = new IdentityHashMap<>();
    private List<Views.View> views = List.of();
    private @Nullable Colliery colliery;

    @BeforeAll
    void rows() {
        var founded = collieries.found();
        colliery = founded;
        views = Views.of(founded, shortcuts);
    }

    List<Views.View> views() {
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
                .filter(pattern -> !pattern.matches("/(api|scim|open311)/.*"))
                .toList();

        assertThat(views.stream().map(Views.View::pattern).distinct()).containsExactlyInAnyOrderElementsOf(pages);
    }

    /** Each page as somebody reads it; from page to page it is somebody else. */
    @ParameterizedTest
    @MethodSource("views")
    void it_can_be_read(Views.View view, Devices devices) {
        var readings = List.of(
                new Reading("off", "zh-CN", PHONE),
                new Reading("on", "en", PHONE),
                new Reading("on", "zh-CN", DESKTOP),
                new Reading("off", "en", DESKTOP));
        assertReadable(view, devices, List.of(readings.get(views.indexOf(view) % readings.size())));
    }

    @ParameterizedTest
    @MethodSource("views")
    @Tag("hours")
    void it_can_be_read_in_every_language_and_size(Views.View view, Devices devices) {
        var readings = new ArrayList<Reading>();
        for (var senior : List.of("off", "on")) {
            for (var language : List.of("zh-CN", "en")) {
                readings.add(new Reading(senior, language, PHONE));
                readings.add(new Reading(senior, language, DESKTOP));
            }
        }
        assertReadable(view, devices, readings);
    }

    private record Reading(String senior, String language, int width) {}

    private void assertReadable(Views.View view, Devices devices, List<Reading> readings) {
        var walk = devices.phone();
        signIn(walk, view.who());
        // What a way does on its way there, it does once, however often the page is read.
        var address =
                addresses.computeIfAbsent(view, _ -> view.way().apply(walk).replace(devices.home(), ""));

        var faults = new ArrayList<String>();
        for (var reading : readings) {
            walk.remember("senior", reading.senior());
            walk.remember("language", reading.language());
            walk.page().setViewportSize(PHONE, 740);
            var answer = walk.page().navigate(devices.home() + address);
            assertThat(answer.status()).isEqualTo(view.status());
            var found = new ArrayList<>(walk.check().layoutFaults());
            walk.page().setViewportSize(reading.width(), 740);
            found.addAll(walk.check().accessibilityFaults());
            found.forEach(fault -> faults.add(reading + ": " + fault));
        }

        assertThat(faults).isEmpty();
    }

    /** Each signs in once. */
    private void signIn(Walk walk, Views.Who who) {
        who.in(Objects.requireNonNull(colliery)).ifPresent(member -> {
            var session = sessions.computeIfAbsent(who, _ -> walk.signIn(member).remembered("lianxin"));
            walk.remember("lianxin", session);
        });
    }
}
