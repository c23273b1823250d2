package cn.lianxin.concern;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.request;

import cn.lianxin.ProductTest;
import cn.lianxin.identity.SignedIn;
import cn.lianxin.identity.Village;
import cn.lianxin.kernel.Actor;
import cn.lianxin.kernel.Grant;
import cn.lianxin.kernel.Role;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.http.HttpMethod;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/**
 * Every route × every role × own, same unit, other unit, anonymous. What one may not see answers as if it did not exist:
 * word for word what a number answers that nobody ever got.
 */
@ProductTest
class MatrixTest {

    /** Who opens a concern that was raised in the district's crew and assigned to the district; written by hand. */
    private static final String MATRIX = """
                               | named | confidential | anonymous | of his crew | elsewhere | report
            visitor            |       |              |           |             |           |
            its worker         |  see  |     see      |           |             |           |  see
            its receipt        |       |              |    see    |             |           |
            another receipt    |       |              |           |             |           |
            worker of his crew |       |              |           |     see     |           |
            worker elsewhere   |       |              |           |             |    see    |
            handler            |  see  |     see      |    see    |     see     |           |
            handler elsewhere  |       |              |           |             |           |
            desk               |  see  |     see      |    see    |     see     |           |
            desk elsewhere     |       |              |           |             |    see    |
            district leader    |  see  |     see      |    see    |     see     |           |
            mine leader        |  see  |     see      |    see    |     see     |           |
            supervisor         |  see  |     see      |    see    |     see     |           |  see
            administrator      |       |              |           |             |           |
            """;

    private static final Set<String> OPEN_TO_EVERYBODY = Set.of(
            "GET /",
            "GET /concerns/new",
            "GET /concerns/new/{token}/words",
            "POST /concerns/new/{token}/words",
            "GET /concerns/new/{token}/attachments/{attachment}",
            "GET /concerns/new/{token}/matter",
            "POST /concerns/new/{token}/matter",
            "GET /concerns/new/{token}/name",
            "GET /concerns/new/{token}/before",
            "GET /concerns/new/{token}/answered/{question:[0-9]{1,18}}",
            "POST /concerns/new/{token}/answered/{question:[0-9]{1,18}}",
            "POST /concerns/new/{token}/joining",
            "POST /concerns/new/{token}/continuation",
            "GET /questions",
            "GET /questions/{number:[0-9]{1,18}}",
            "POST /questions/{number:[0-9]{1,18}}/answered",
            "GET /public-ledger",
            "GET /public-ledger/{entry:[0-9]{1,18}}",
            "GET /public-ledger/{entry:[0-9]{1,18}}/pictures/{place:[1-3]}",
            "GET /public-ledger/withheld",
            "GET /news",
            "GET /news/channels/{channel:[a-z-]{2,30}}",
            "GET /news/archive",
            "GET /news/archive/{month:[0-9]{4}-[0-9]{2}}",
            "GET /news/masthead",
            "GET /news/search",
            "GET /news/articles/{article:[0-9]{1,18}}",
            "GET /news/articles/{article:[0-9]{1,18}}/{slug:[a-z0-9-]{1,80}}",
            "GET /news/articles/{article:[0-9]{1,18}}/pictures/{place:[0-9]{1,2}}",
            "GET /news/articles/{article:[0-9]{1,18}}/pictures/{place:[0-9]{1,2}}/small",
            "GET /news/articles/{article:[0-9]{1,18}}/pictures/{place:[0-9]{1,2}}/{size:[0-9]{3,4}[.][a-z]{3,4}}",
            "GET /news/{file:[a-z]{3,4}[.][a-z]{3,4}}",
            "GET /news/channels/{channel:[a-z-]{2,30}}/{file:[a-z]{3,4}[.][a-z]{3,4}}",
            "GET /news/sitemap.xml",
            "GET /news/sitemap/{part:[0-9]{1,12}}.xml",
            "GET /disclosures",
            "GET /disclosures/receipt",
            "POST /disclosures/receipt",
            "GET /disclosures/{number:[0-9]{1,18}}",
            "GET /disclosures/{number:[0-9]{1,18}}/versions/{place:[0-9]{1,6}}",
            "GET /disclosures/{number:[0-9]{1,18}}/comparison",
            "GET /disclosures/{number:[0-9]{1,18}}/table.csv",
            "GET /disclosures/{number:[0-9]{1,18}}/files/{attachment}",
            "GET /disclosures/{number:[0-9]{1,18}}/sheet.pdf",
            "GET /disclosures/{number:[0-9]{1,18}}/objections",
            "POST /disclosures/{number:[0-9]{1,18}}/objections",
            "GET /duties",
            "GET /duties/{code:[a-z-]{3,41}}",
            "GET /concerns/new/offline",
            "GET /concerns/new/offline/{token}",
            "POST /concerns/new/offline/{token}",
            "PUT /concerns/new/offline/{token}/files/{place}",
            "HEAD /concerns/new/offline/{token}/files/{place}",
            "PATCH /concerns/new/offline/{token}/files/{place}",
            "GET /service-worker.js",
            "GET /manifest.webmanifest",
            "POST /concerns",
            "GET /receipt",
            "POST /receipt",
            "GET /sealed",
            "POST /sealed",
            "GET /sealed/words",
            "GET /sealed/receipt",
            "POST /sealed/receipt",
            "POST /sealed/receipt/verdict",
            "POST /sealed/receipt/peace",
            "POST /sealed/receipt/parcel",
            "GET /display",
            "GET /sign-in",
            "POST /sign-in",
            "GET /sign-in/code",
            "POST /sign-in/code",
            "GET /sign-in/passkey",
            "POST /sign-in/passkey",
            "GET /sign-in/company",
            "GET /sign-in/company/back",
            "GET /sign-in/company/over",
            "GET /sign-out",
            "POST /sign-out",
            "GET /pass",
            "POST /pass",
            "POST /terminals/leaving",
            "GET /trust",
            "GET /trust/lianxin.crt",
            "GET /trust/trusted",
            "GET /log",
            "GET /log/board",
            "GET /log/paper",
            "GET /log/checkpoint",
            "GET /log/key",
            "GET /log/policy",
            "GET /log/published",
            "GET /log/tile/{*rest}",
            "GET /log/openings/{index:[0-9]{1,15}}/{width:[0-9]{1,3}}",
            "GET /log/proof/{place:[0-9]{1,18}}.tlog-proof");

    private static final Set<String> EVERYBODYS_OWN = Set.of(
            "GET /concerns",
            "GET /me",
            "GET /me/statement",
            "POST /me/statement",
            "GET /me/data",
            "POST /me/data/copy",
            "POST /me/data/phone",
            "POST /me/data/requests",
            "GET /retention",
            "GET /calendar",
            "GET /search",
            "GET /exemplars",
            "GET /newsroom/submissions",
            "GET /newsroom/submissions/new",
            "POST /newsroom/submissions",
            "POST /newsroom/submissions/autosave",
            "GET /correspondents",
            "GET /correspondents/mine",
            "GET /rules",
            "GET /verdicts",
            "GET /spot-checks/draws",
            "GET /indicators",
            "GET /indicators/rows",
            "GET /reports",
            "POST /reports/subscriptions/end",
            "POST /me/absences",
            "POST /me/absences/underground",
            "POST /me/absences/{absence}/end",
            "POST /me/absences/{absence}/decline",
            "POST /me/usual-deputy",
            "POST /me/sessions/end",
            "POST /me/sessions/{session:[0-9a-f]{16}}/end",
            "GET /me/second-factor",
            "POST /me/second-factor/enrolment",
            "GET /me/second-factor/enrolment",
            "POST /me/second-factor/confirmation",
            "POST /me/second-factor/recovery-codes",
            "POST /me/second-factor/end",
            "POST /me/second-factor/passkeys/new",
            "POST /me/second-factor/passkeys",
            "POST /me/second-factor/passkeys/{id:[A-Za-z0-9_-]+}/end",
            "GET /me/tokens",
            "POST /me/tokens",
            "POST /me/tokens/{token}/end",
            "GET /me/notifications",
            "POST /me/notifications",
            "POST /me/notifications/contacts",
            "POST /me/notifications/contacts/confirmation",
            "POST /me/notifications/contacts/removal",
            "GET /password",
            "POST /password",
            "GET /inbox",
            "GET /inbox/{message:[0-9]{1,18}}",
            "POST /inbox/read");

    private static final Set<String> OPEN_WITHOUT_TOKEN =
            Set.of("GET /api/test-of-tokens/open", "GET /api/v1/openapi.json");

    /** As its specification has it; without a key they show services and no requests (Open311SecrecyTest). */
    private static final Set<String> OPEN311 = Set.of(
            "/open311/discovery",
            "/open311/v2/services",
            "/open311/v2/services/{code:[^.]+}",
            "/open311/v2/requests",
            "/open311/v2/requests/{id:[^.]+}",
            "/open311/v2/requests/{id:[^.]+}/history",
            "/open311/v2/requests/{id}/media/{file}",
            "/open311/v2/tokens/{token:[^.]+}");

    @Autowired
    MockMvcTester mvc;

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    RequestMappingHandlerMapping mappings;

    @Autowired
    RaisingConcerns raising;

    @Autowired
    HandlingConcerns handling;

    @Autowired
    Village village;

    final Map<String, Actor> actors = new LinkedHashMap<>();
    final Map<String, ConcernNumber> records = new HashMap<>();

    @BeforeEach
    void found() {
        var mine = new Mine(village);
        var elsewhere = new Mine(village);
        var mate = new Actor.Member(village.worker(mine.crew), "工友", List.of());
        records.put("named", raise(mine.worker, "E4", Reporter.Mode.NAMED));
        records.put("confidential", raise(mine.worker, "E4", Reporter.Mode.CONFIDENTIAL));
        var anonymous = raising.raise(Mine.concern("E4", Reporter.Mode.ANONYMOUS), Mine.token(), mine.worker);
        records.put("anonymous", anonymous.number());
        records.put("of his crew", raise(mate, "E4", Reporter.Mode.NAMED));
        records.put("elsewhere", raise(elsewhere.worker, "E4", Reporter.Mode.NAMED));
        records.put("report", raise(mine.worker, "K4", Reporter.Mode.NAMED));
        for (var record : List.of("named", "confidential", "anonymous", "of his crew")) {
            handling.acceptAndAssign(number(record), "E4", mine.district, Set.of(), "", mine.desk);
        }
        var other = raising.raise(Mine.concern("E4", Reporter.Mode.ANONYMOUS), Mine.token(), elsewhere.worker);
        actors.put("visitor", new Actor.Visitor());
        actors.put("its worker", mine.worker);
        actors.put("its receipt", new Actor.ReceiptHolder(anonymous.receipt().digest()));
        actors.put("another receipt", new Actor.ReceiptHolder(other.receipt().digest()));
        actors.put("worker of his crew", mate);
        actors.put("worker elsewhere", elsewhere.worker);
        actors.put("handler", mine.handler);
        actors.put("handler elsewhere", mine.otherHandler);
        actors.put("desk", mine.desk);
        actors.put("desk elsewhere", elsewhere.desk);
        actors.put("district leader", mine.leader);
        actors.put("mine leader", mine.mineLeader);
        actors.put("supervisor", mine.supervisor);
        actors.put(
                "administrator",
                new Actor.Member(village.worker(mine.mine), "管", List.of(new Grant(Role.ADMINISTRATOR, mine.mine))));
    }

    @Test
    void every_route_of_a_concern_answers_who_may_not_see_it_as_if_it_did_not_exist() {
        var routes = routes().stream()
                .filter(route -> route.contains("/concerns/{number}"))
                .toList();
        assertThat(routes).hasSizeGreaterThan(25);
        var seen = 0;
        for (var row : MATRIX.lines().skip(1).toList()) {
            var cells = row.split("\\|", -1);
            var actor = actor(cells[0].strip());
            var columns = MATRIX.lines().findFirst().orElseThrow().split("\\|", -1);
            for (var column = 1; column < columns.length; column++) {
                var number = number(columns[column].strip());
                var sees = cells[column].strip().equals("see");
                seen += sees ? 1 : 0;
                for (var route : routes) {
                    check(route, number, actor, sees, cells[0].strip() + " on " + columns[column].strip());
                }
            }
        }

        assertThat(seen).isEqualTo(28);
    }

    /** A new route has to be put somewhere before it can land. */
    @Test
    void every_route_is_open_to_everybody_or_ones_own_or_of_a_concern_or_of_a_role() {
        var unknown = new TreeSet<>(routes());
        unknown.removeAll(OPEN_TO_EVERYBODY);
        unknown.removeAll(EVERYBODYS_OWN);
        unknown.removeIf(route -> route.contains("/concerns/{number}"));

        for (var route : unknown) {
            for (var nobody : List.of("visitor", "its receipt", "its worker")) {
                var answer = perform(route, "1", actor(nobody));
                var allowed = nobody.equals("its worker") ? List.of(400, 404, 405) : List.of(302, 303, 401, 404);
                assertThat(answer.getResponse().getStatus())
                        .as("%s by %s", route, nobody)
                        .isIn(allowed);
            }
        }
    }

    /** A person who is signed in is nobody there: cookies count for nothing. */
    @Test
    void every_route_for_machines_asks_for_a_token_unless_it_is_open() {
        var routes = new TreeSet<>(allRoutes());
        routes.removeIf(route -> !isForMachines(route));
        routes.removeAll(OPEN_WITHOUT_TOKEN);
        routes.removeIf(route ->
                route.startsWith("GET ") && OPEN311.contains(route.substring(4).replaceFirst("\\.(xml|json)$", "")));

        assertThat(routes).isNotEmpty();
        for (var route : routes) {
            for (var nobody : List.of("visitor", "its receipt", "its worker", "administrator")) {
                assertThat(perform(route, "1", actor(nobody)).getResponse().getStatus())
                        .as("%s by %s", route, nobody)
                        .isEqualTo(route.contains("/open311/") ? 403 : 401);
            }
        }
    }

    private void check(String route, ConcernNumber number, Actor actor, boolean sees, String who) {
        if (sees && route.startsWith("POST")) {
            return;
        }
        var answer = perform(route, number.toString(), actor);
        var status = answer.getResponse().getStatus();
        if (sees) {
            assertThat(status).as("%s by %s", route, who).isIn(route.contains("attachment") ? 404 : 200, 404);
            if (route.equals("GET /concerns/{number}")) {
                assertThat(status).as("%s by %s", route, who).isEqualTo(200);
            }
            return;
        }
        var nobodys = ConcernNumber.of(2031, 1_234_567);
        var unknown = perform(route, nobodys.toString(), actor);
        assertThat(status)
                .as("%s by %s", route, who)
                .isEqualTo(unknown.getResponse().getStatus());
        assertThat(status).as("%s by %s", route, who).isIn(302, 303, 400, 401, 404);
        assertThat(text(answer).replace(number.toString(), "N"))
                .as("%s by %s", route, who)
                .isEqualTo(text(unknown).replace(nobodys.toString(), "N"));
    }

    private MvcTestResult perform(String route, String variable, Actor actor) {
        var space = route.indexOf(' ');
        var address = route.substring(space + 1)
                .replaceAll("\\{attachment}", "00000000-0000-0000-0000-000000000001")
                .replaceAll("\\{[^/]*}+", variable);
        var call = request(HttpMethod.valueOf(route.substring(0, space)), address);
        return mvc.perform(
                actor instanceof Actor.Visitor ? call.with(SignedIn.asNobody()) : call.with(SignedIn.as(actor)));
    }

    private List<String> routes() {
        return allRoutes().stream().filter(route -> !isForMachines(route)).toList();
    }

    private static boolean isForMachines(String route) {
        return route.matches("\\w+ /(api|scim|open311)/.*");
    }

    private List<String> allRoutes() {
        var routes = new ArrayList<String>();
        mappings.getHandlerMethods().forEach((mapping, method) -> {
            if (method.getBeanType().getName().startsWith("cn.lianxin.")) {
                for (var pattern : mapping.getPatternValues()) {
                    for (var verb : mapping.getMethodsCondition().getMethods()) {
                        routes.add(verb + " " + pattern);
                    }
                }
            }
        });
        return routes;
    }

    private ConcernNumber raise(Actor by, String matter, Reporter.Mode mode) {
        return raising.raise(Mine.concern(matter, mode), Mine.token(), by).number();
    }

    private ConcernNumber number(String record) {
        return java.util.Objects.requireNonNull(records.get(record), record);
    }

    private Actor actor(String name) {
        return java.util.Objects.requireNonNull(actors.get(name), name);
    }

    private static String text(MvcTestResult result) {
        return new String(result.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8);
    }
}
