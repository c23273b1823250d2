package cn.lianxin.journey;

import cn.lianxin.factor.AuthenticatorApp;
import java.time.Duration;
import java.time.Instant;

/** Setting up and using a second factor through the pages. */
final class SecondFactors {

    private static final Duration STEP = Duration.ofSeconds(30);

    private SecondFactors() {}

    /** Leads from the page about the own second factor to the recovery codes. */
    static AuthenticatorApp setUp(Walk walk) {
        var app = begin(walk);
        walk.write("factor.code", app.code(Instant.now())).press("factor.confirm");
        return app;
    }

    /** Leads to the picture, and types its letters into an app. */
    static AuthenticatorApp begin(Walk walk) {
        walk.open("/me/second-factor")
                .write("password.current", Colliery.PASSWORD)
                .press("factor.begin");
        return new AuthenticatorApp(
                walk.page().locator(".fingerprint").innerText().replaceAll("\\s", ""));
    }

    /** A code that was not used to set it up: the one that comes next, which a clock that is fast shows already. */
    static String nextCode(AuthenticatorApp app) {
        return app.code(Instant.now().plus(STEP));
    }
}
