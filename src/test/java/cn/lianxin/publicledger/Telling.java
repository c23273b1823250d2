package cn.lianxin.publicledger;

import cn.lianxin.concern.Channel;
import cn.lianxin.concern.ConcernKind;
import cn.lianxin.concern.ConcernNumber;
import cn.lianxin.concern.HandlingConcerns;
import cn.lianxin.concern.Mine;
import cn.lianxin.concern.NewConcern;
import cn.lianxin.concern.Raised;
import cn.lianxin.concern.RaisingConcerns;
import cn.lianxin.concern.Reply;
import cn.lianxin.concern.Reporter;
import cn.lianxin.identity.SignedIn;
import cn.lianxin.kernel.Actor;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;

/** How the tests of this room raise, answer, agree, write and approve. */
final class Telling {

    static final Actor NOBODY = new Actor.Visitor();

    private static final SecureRandom SALT = new SecureRandom();

    private final MockMvcTester mvc;
    private final RaisingConcerns raising;
    private final HandlingConcerns handling;
    final Mine mine;

    Telling(MockMvcTester mvc, RaisingConcerns raising, HandlingConcerns handling, Mine mine) {
        this.mvc = mvc;
        this.raising = raising;
        this.handling = handling;
        this.mine = mine;
    }

    /** One that stands in no other text. */
    static String word() {
        return "q" + SALT.ints(9, 'a', 'i').mapToObj(Character::toString).collect(Collectors.joining());
    }

    Raised raise(String words, ConcernKind kind, String matter, Reporter.Mode mode, String about, Actor by) {
        var concern = new NewConcern(
                kind, matter, "", words, "", mode, Optional.empty(), Optional.empty(), Channel.PAGE, List.of(), about);
        return raising.raise(concern, Mine.token(), by);
    }

    /** Answered, with files that were taken. */
    ConcernNumber photographed(Reporter.Mode mode, Actor by, UUID... files) {
        var concern = new NewConcern(
                ConcernKind.HELP,
                "E4",
                "",
                "澡堂没热水",
                "",
                mode,
                Optional.empty(),
                Optional.empty(),
                Channel.PAGE,
                List.of(files));
        var number = raising.raise(concern, Mine.token(), by).number();
        answer(number, "澡堂没热水");
        return number;
    }

    ConcernNumber answered(String words, Reporter.Mode mode, Actor by) {
        var number = raise(words, ConcernKind.HELP, "E4", mode, "", by).number();
        answer(number, words);
        return number;
    }

    void answer(ConcernNumber number, String words) {
        handling.acceptAndAssign(number, "E4", mine.district, Set.of(), "", mine.desk);
        handling.acknowledge(number, "", mine.handler);
        handling.reply(
                number, new Reply("修好热水", "换热器坏了", "热水修好了 " + words, "《澡堂管理办法》", Reply.Outcome.SUPPORT), mine.handler);
    }

    String consent(ConcernNumber number) {
        return "/concerns/" + number + "/public-ledger";
    }

    MvcTestResult agree(ConcernNumber number, Actor by) {
        return post(consent(number) + "/consent", by);
    }

    MvcTestResult propose(ConcernNumber number, String request, String... more) {
        var form = new java.util.ArrayList<>(List.of("request", request, "reply", "换热器修好了。"));
        form.addAll(List.of(more));
        return post(consent(number) + "/proposal", mine.desk, form.toArray(String[]::new));
    }

    /** The number under which all may read it. */
    long publish(ConcernNumber number, String request, Actor by) {
        agree(number, by);
        var waiting = location(propose(number, request));
        post(waiting + "/approval", mine.mineLeader);
        post(waiting + "/approval", mine.supervisor);
        return Long.parseLong(waiting.substring(waiting.lastIndexOf('/') + 1));
    }

    String board() {
        return text(get("/public-ledger", NOBODY));
    }

    MvcTestResult get(String address, Actor by) {
        var call = MockMvcRequestBuilders.get(address);
        return mvc.perform(by instanceof Actor.Visitor ? call.with(SignedIn.asNobody()) : call.with(SignedIn.as(by)));
    }

    MvcTestResult post(String address, Actor by, String... form) {
        var call = MockMvcRequestBuilders.post(address);
        for (var at = 0; at < form.length; at += 2) {
            call = call.param(form[at], form[at + 1]);
        }
        return mvc.perform(by instanceof Actor.Visitor ? call.with(SignedIn.asNobody()) : call.with(SignedIn.as(by)));
    }

    static String location(MvcTestResult answer) {
        var location = answer.getResponse().getHeader("Location");
        return location == null ? "" : location;
    }

    static String text(MvcTestResult answer) {
        return new String(answer.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8);
    }
}
