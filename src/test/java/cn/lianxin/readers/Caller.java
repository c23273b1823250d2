package cn.lianxin.readers;

import cn.lianxin.ManyAddresses;
import cn.lianxin.TestClock;
import cn.lianxin.application.ApplicationScope;
import cn.lianxin.application.Tokens;
import cn.lianxin.concern.Receipt;
import cn.lianxin.identity.SignedIn;
import cn.lianxin.kernel.Actor;
import cn.lianxin.kernel.Grant;
import cn.lianxin.kernel.PersonId;
import cn.lianxin.kernel.Role;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;

/**
 * Who asks, as whom he is written down, and what he has raised himself.
 *
 * @param machines whether he comes to the addresses of programs and not to pages
 */
record Caller(
        String name,
        Predicate<String> reader,
        Predicate<Canary> hasRaised,
        boolean machines,
        UnaryOperator<MockHttpServletRequestBuilder> comesWith,
        MockMvcTester mvc) {

    private static final ApplicationScope[] OF_PERSONS = {
        ApplicationScope.CONCERNS,
        ApplicationScope.VERDICTS,
        ApplicationScope.WORK,
        ApplicationScope.LEDGER,
        ApplicationScope.BOARD,
        ApplicationScope.SELF,
        ApplicationScope.ORGANIZATION_READ
    };

    record Answer(int status, String text) {}

    static List<Caller> all(Canaries canaries, String open311, Tokens tokens, MockMvcTester mvc) {
        var mine = canaries.mine;
        var callers = new ArrayList<Caller>();
        var deputy = new Actor.Member(
                mine.otherHandler.person(),
                "替班的",
                mine.handler.grants(),
                List.of(new Actor.StandIn(
                        mine.handler.person(),
                        "不在的",
                        true,
                        TestClock.now().plus(Duration.ofDays(1)),
                        mine.handler.grants(),
                        mine.handler.grants())));
        var administrator = new Actor.Member(
                mine.secondSupervisor.person(), "管", List.of(new Grant(Role.ADMINISTRATOR, mine.mine)));
        for (var member : List.of(
                mine.worker,
                mine.handler,
                mine.desk,
                mine.leader,
                mine.mineLeader,
                mine.supervisor,
                mine.stranger,
                canaries.dispatcher,
                deputy,
                administrator)) {
            callers.add(page(member, mine.worker.person(), mvc));
        }
        callers.add(new Caller("visitor", _ -> false, _ -> false, false, call -> call.with(SignedIn.asNobody()), mvc));
        var receipt = new Actor.ReceiptHolder(
                Receipt.parse(canaries.anonymous.receipt()).orElseThrow().digest());
        callers.add(new Caller(
                "receipt",
                _ -> false,
                canaries.anonymous::equals,
                false,
                call -> call.with(SignedIn.as(receipt)),
                mvc));
        for (var member : List.of(mine.worker, mine.handler, mine.desk, mine.supervisor)) {
            var token = tokens.person(member.person(), mine.mine, OF_PERSONS);
            callers.add(new Caller(
                    "token of " + member,
                    key(member)::equals,
                    canary -> member.equals(mine.worker) && canary.reporter().isPresent(),
                    true,
                    call -> call.header("Authorization", "Bearer " + token),
                    mvc));
        }
        var machine = tokens.machine(mine.mine, ApplicationScope.CONCERNS, ApplicationScope.RECEIPTS);
        for (var canary : List.of(canaries.anonymous, canaries.confidential)) {
            callers.add(new Caller(
                    "machine with the receipt of " + canary.name(),
                    reader -> reader.startsWith("application:"),
                    _ -> false,
                    true,
                    call -> call.header("Authorization", "Bearer " + machine)
                            .header("Lianxin-Receipt", canary.receipt()),
                    mvc));
        }
        callers.add(new Caller(
                "machine that filed by Open311",
                reader -> reader.startsWith("application:"),
                _ -> false,
                true,
                call -> call.header("Authorization", "Bearer " + open311),
                mvc));
        return callers;
    }

    private static Caller page(Actor.Member member, PersonId worker, MockMvcTester mvc) {
        return new Caller(
                member.toString(),
                key(member)::equals,
                canary -> member.person().equals(worker) && canary.reporter().isPresent(),
                false,
                call -> call.with(SignedIn.as(member)),
                mvc);
    }

    private static String key(Actor.Member member) {
        return "person:" + member.person().value();
    }

    boolean goesTo(String route) {
        return machines == route.matches("/(api|open311)/.*");
    }

    boolean is(String reader) {
        return this.reader.test(reader);
    }

    boolean raised(Canary canary) {
        return hasRaised.test(canary);
    }

    Answer ask(String address) {
        var call =
                comesWith.apply(MockMvcRequestBuilders.get(URI.create(address)).remoteAddress(ManyAddresses.next()));
        var response = mvc.perform(call).getResponse();
        return new Answer(response.getStatus(), new String(response.getContentAsByteArray(), StandardCharsets.UTF_8));
    }
}
