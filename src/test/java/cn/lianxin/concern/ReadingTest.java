package cn.lianxin.concern;

import static org.assertj.core.api.Assertions.assertThat;

import cn.lianxin.ProductTest;
import cn.lianxin.identity.SignedIn;
import cn.lianxin.identity.Village;
import cn.lianxin.kernel.Actor;
import cn.lianxin.kernel.Grant;
import cn.lianxin.kernel.Role;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** A link that somebody was sent, or an image on another page, changes nothing here: GET only reads. */
@ProductTest
class ReadingTest {

    /** What these write down is that somebody has read; the last holds its row while it is shown. */
    private static final Set<String> TELL_THAT_IT_WAS_READ = Set.of(
            "/administrators/deeds",
            "/inbox/{message:[0-9]{1,18}}",
            "/ledger/export",
            "/sealed-letters",
            "/spot-checks/calls/{period:[0-9]{1,18}}/{place:[0-9]{1,9}}");

    private static final int BROKEN = 500;

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

    @Autowired
    PlatformTransactionManager transactions;

    @Test
    void every_page_can_be_read_where_nothing_can_be_written() {
        var mine = new Mine(village);
        var number = raising.raise(Mine.concern("E4", Reporter.Mode.NAMED), Mine.token(), mine.worker)
                .number();
        handling.acceptAndAssign(number, "E4", mine.district, Set.of(), "", mine.desk);
        var administrator =
                new Actor.Member(village.worker(mine.mine), "管", List.of(new Grant(Role.ADMINISTRATOR, mine.mine)));
        var readers = List.of(mine.worker, mine.desk, mine.handler, mine.mineLeader, mine.supervisor, administrator);
        var writing = new ArrayList<String>();
        var answered = 0;

        for (var route : readingRoutes()) {
            for (var reader : readers) {
                var status = whereNothingCanBeWritten(
                        () -> mvc.get().uri(address(route, number)).with(SignedIn.as(reader)));
                answered += status == 200 ? 1 : 0;
                if (status >= 500) {
                    writing.add(route + " by " + reader.grants());
                }
            }
        }

        assertThat(answered).isGreaterThan(100);
        assertThat(writing).isEmpty();
    }

    @Test
    void where_nothing_can_be_written_a_change_is_noticed() {
        var mine = new Mine(village);
        var deputy = village.staffNumber(mine.desk.person());

        var status = whereNothingCanBeWritten(
                () -> mvc.post().uri("/me/usual-deputy").param("usual", deputy).with(SignedIn.as(mine.handler)));

        assertThat(status).isEqualTo(BROKEN);
    }

    /** A page that tried to write cannot be rendered either: its transaction is over. */
    private int whereNothingCanBeWritten(Supplier<MockMvcTester.MockMvcRequestBuilder> request) {
        var only = new TransactionTemplate(transactions);
        only.setReadOnly(true);
        return Objects.requireNonNull(only.execute(status -> {
            status.setRollbackOnly();
            var answer = request.get().exchange();
            return answer.getUnresolvedException() == null
                    ? answer.getResponse().getStatus()
                    : BROKEN;
        }));
    }

    private TreeSet<String> readingRoutes() {
        var routes = new TreeSet<String>();
        mappings.getHandlerMethods().forEach((mapping, method) -> {
            if (method.getBeanType().getName().startsWith("cn.lianxin.")
                    && mapping.getMethodsCondition().getMethods().contains(RequestMethod.GET)) {
                routes.addAll(mapping.getPatternValues());
            }
        });
        routes.removeIf(route -> route.matches("/(api|scim|open311)/.*") || TELL_THAT_IT_WAS_READ.contains(route));
        return routes;
    }

    private static String address(String route, ConcernNumber number) {
        return route.replace("{number}", number.toString())
                .replaceAll("\\{attachment}", "00000000-0000-0000-0000-000000000001")
                .replaceAll("\\{[^/]*}+", "1");
    }
}
