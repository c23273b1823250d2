package cn.lianxin.factor;

import static org.assertj.core.api.Assertions.assertThat;

import cn.lianxin.ManyAddresses;
import cn.lianxin.ProductTest;
import cn.lianxin.TestClock;
import cn.lianxin.concern.Mine;
import cn.lianxin.concern.RaisingConcerns;
import cn.lianxin.concern.Reporter;
import cn.lianxin.identity.Accounts;
import cn.lianxin.identity.Village;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** Between password and code a browser is nobody, whatever it asks for. */
@ProductTest
class HalfSignInTest {

    /** What ends half a sign-in, or goes on with it; everything else answers as to a visitor. */
    private static final Set<String> ITS_OWN =
            Set.of("GET /sign-in/code", "POST /sign-in/code", "POST /sign-out", "POST /terminals/leaving");

    /** They answer visitors with what is made up at that moment. */
    /** At the sign-in it depends on how often a number was tried. */
    private static final Set<String> NEVER_TWICE_THE_SAME = Set.of(
            "GET /concerns/new",
            "GET /concerns/new/offline",
            "GET /sign-in/passkey",
            "POST /sign-in/passkey",
            "POST /sign-in");

    @Autowired
    MockMvc mvc;

    @Autowired
    Village village;

    @Autowired
    Accounts accounts;

    @Autowired
    RaisingConcerns raising;

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    RequestMappingHandlerMapping mappings;

    @Test
    void every_route_answers_it_as_a_visitor() throws Exception {
        var mine = new Mine(village);
        var supervisor = mine.supervisor.person();
        var report = raising.raise(Mine.concern("K4", Reporter.Mode.NAMED), Mine.token(), mine.worker);
        accounts.openMany(Map.of(supervisor, "a password of tests"));
        var number = village.staffNumber(supervisor);
        var enrolling = new Browser(mvc);
        enrolling.signIn(number, "a password of tests");
        enrolling.enrol("a password of tests", TestClock.now());
        var half = new Browser(mvc);
        assertThat(half.signIn(number, "a password of tests").getRedirectedUrl())
                .isEqualTo("/sign-in/code");

        var tried = 0;
        for (var route : Routes.of(mappings)) {
            if (ITS_OWN.contains(route)) {
                continue;
            }
            var variable = report.number().toString();
            var from = ManyAddresses.next();
            var asHalf = half.fetch(Routes.request(route, variable).remoteAddress(from));
            var asVisitor =
                    new Browser(mvc).fetch(Routes.request(route, variable).remoteAddress(from));
            assertThat(asHalf.getStatus()).as(route).isEqualTo(asVisitor.getStatus());
            if (!NEVER_TWICE_THE_SAME.contains(route) && !route.contains("/api/")) {
                assertThat(asHalf.getContentAsString()).as(route).isEqualTo(asVisitor.getContentAsString());
            }
            assertThat(half.has("lianxin")).as(route).isFalse();
            tried++;
        }
        assertThat(tried).isGreaterThan(200);
        assertThat(half.get("/sign-in/code").getStatus())
                .as("it is still half a sign-in")
                .isEqualTo(200);
        assertThat(half.get("/sign-in/code").getContentAsString())
                .doesNotContain(number)
                .doesNotContain("/reviews");
    }
}
