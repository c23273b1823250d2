package cn.lianxin.safeguard;

import cn.lianxin.concern.Channel;
import cn.lianxin.concern.ConcernKind;
import cn.lianxin.concern.NewConcern;
import cn.lianxin.concern.Reporter;
import cn.lianxin.identity.SignedIn;
import cn.lianxin.kernel.Actor;
import jakarta.servlet.http.Cookie;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** What the tests of this room ask and say by the pages. */
final class Guarding {

    /** Of a danger to life. */
    static final String DANGER = "C3";

    private final MockMvcTester mvc;

    Guarding(MockMvcTester mvc) {
        this.mvc = mvc;
    }

    static NewConcern about(String matter, Reporter.Mode mode, String about) {
        return new NewConcern(
                ConcernKind.COMPLAINT,
                matter,
                "",
                matter.equals(DANGER) ? "综采面透水了，队长不让说" : "队长把我们的夜班补贴扣了一半",
                "综采面",
                mode,
                Optional.empty(),
                Optional.empty(),
                Channel.PAGE,
                List.of(),
                about);
    }

    MvcTestResult ask(String address, Actor by) {
        return ask(address, by, "zh-CN");
    }

    MvcTestResult ask(String address, Actor by, String language) {
        return mvc.get()
                .uri(address)
                .cookie(new Cookie("language", language))
                .with(SignedIn.as(by))
                .exchange();
    }

    MvcTestResult post(String address, Actor by, String... form) {
        var call = mvc.post().uri(address).with(SignedIn.as(by));
        for (var at = 0; at < form.length; at += 2) {
            call = call.param(form[at], form[at + 1]);
        }
        return call.exchange();
    }

    static String text(MvcTestResult answer) {
        return new String(answer.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8);
    }
}
