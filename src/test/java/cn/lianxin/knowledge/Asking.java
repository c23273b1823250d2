package cn.lianxin.knowledge;

import cn.lianxin.concern.Channel;
import cn.lianxin.concern.ConcernKind;
import cn.lianxin.concern.ConcernNumber;
import cn.lianxin.concern.HandlingConcerns;
import cn.lianxin.concern.Mine;
import cn.lianxin.concern.NewConcern;
import cn.lianxin.concern.RaisingConcerns;
import cn.lianxin.concern.Reply;
import cn.lianxin.concern.Reporter;
import cn.lianxin.identity.SignedIn;
import cn.lianxin.kernel.Actor;
import cn.lianxin.platform.identifying.Identifying;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;

/** How the tests of this room raise, answer, ask and press. */
final class Asking {

    private static final Pattern TOKEN = Pattern.compile("/concerns/new/([A-Za-z0-9_-]{24})/");

    private static final SecureRandom SALT = new SecureRandom();

    private final MockMvcTester mvc;
    private final RaisingConcerns raising;
    private final HandlingConcerns handling;

    Asking(MockMvcTester mvc, RaisingConcerns raising, HandlingConcerns handling) {
        this.mvc = mvc;
        this.raising = raising;
        this.handling = handling;
    }

    /** One that no other text has, and that is no name of an account. */
    static String word() {
        return "z" + SALT.ints(9, 'a', 'p').mapToObj(Character::toString).collect(Collectors.joining());
    }

    /** Sixteen characters that stand in no other text of any test, and in which nobody is seen by chance. */
    static String thing() {
        while (true) {
            var drawn =
                    SALT.ints(16, 0x5000, 0x9000).mapToObj(Character::toString).collect(Collectors.joining());
            if (Stream.of(drawn, drawn + "找谁修？")
                    .allMatch(text -> Identifying.in(text).isEmpty())) {
                return drawn;
            }
        }
    }

    ConcernNumber raise(String words, Reporter.Mode mode, Actor by) {
        return raise(words, ConcernKind.HELP, "E4", mode, "", by);
    }

    ConcernNumber raise(String words, ConcernKind kind, String matter, Reporter.Mode mode, String about, Actor by) {
        var concern = new NewConcern(
                kind, matter, "", words, "", mode, Optional.empty(), Optional.empty(), Channel.PAGE, List.of(), about);
        return raising.raise(concern, Mine.token(), by).number();
    }

    void answer(ConcernNumber number, String opinion, Mine mine) {
        handling.acceptAndAssign(number, "E4", mine.district, Set.of(), "", mine.desk);
        handling.acknowledge(number, "", mine.handler);
        handling.reply(number, new Reply("修好热水", "换热器坏了", opinion, "《澡堂管理办法》", Reply.Outcome.SUPPORT), mine.handler);
    }

    ConcernNumber answered(String words, String opinion, Mine mine) {
        var number = raise(words, Reporter.Mode.NAMED, mine.worker);
        answer(number, opinion, mine);
        return number;
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

    /** The first two screens, and where the second one leads. */
    String write(String words, String matter, ConcernKind kind, Actor by, String... more) {
        var begun = TOKEN.matcher(text(get("/concerns/new", by)));
        if (!begun.find()) {
            throw new AssertionError("no draft");
        }
        var token = begun.group(1);
        var call = MockMvcRequestBuilders.multipart("/concerns/new/" + token + "/words")
                .file(new MockMultipartFile("files", new byte[0]))
                .param("text", words);
        mvc.perform(by instanceof Actor.Visitor ? call.with(SignedIn.asNobody()) : call.with(SignedIn.as(by)));
        var form = new java.util.ArrayList<>(List.of("matter", matter, "kind", kind.name()));
        form.addAll(List.of(more));
        return location(post("/concerns/new/" + token + "/matter", by, form.toArray(String[]::new)));
    }

    String write(String words, Actor by) {
        return write(words, "E4", ConcernKind.HELP, by);
    }

    static String location(MvcTestResult answer) {
        var location = answer.getResponse().getHeader("Location");
        return location == null ? "" : location;
    }

    static String text(MvcTestResult answer) {
        return new String(answer.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8);
    }
}
