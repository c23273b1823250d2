package cn.lianxin.factor;

import cn.lianxin.identity.SecondStep;
import cn.lianxin.kernel.Actor;
import cn.lianxin.kernel.PersonId;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.Duration;
import org.springframework.stereotype.Component;

/** Between password and code nobody is signed in: the server remembers for some minutes that the password was right. */
@Component
class CodeStep implements SecondStep {

    static final String ADDRESS = "/sign-in/code";
    static final Duration LIFE = Duration.ofMinutes(5);

    private final Factors factors;
    private final HalfSignIns halves;
    private final MandatoryRoles mandatory;
    private final Clock clock;

    CodeStep(Factors factors, HalfSignIns halves, MandatoryRoles mandatory, Clock clock) {
        this.factors = factors;
        this.halves = halves;
        this.mandatory = mandatory;
        this.clock = clock;
    }

    @Override
    public boolean isAskedOf(PersonId person) {
        return factors.has(person);
    }

    @Override
    public boolean isOwedBy(Actor.Member member) {
        return mandatory.bind(member);
    }

    @Override
    public String begin(PersonId person, String back, HttpServletRequest request, HttpServletResponse response) {
        var now = clock.instant();
        halves.sweep(now);
        HalfCookie.read(request).ifPresent(halves::end);
        var digest = HalfCookie.write(LIFE, request, response);
        halves.add(new HalfSignIns.HalfSignIn(digest, person, back), now.plus(LIFE));
        return ADDRESS;
    }

    @Override
    public void abandon(HttpServletRequest request, HttpServletResponse response) {
        HalfCookie.read(request).ifPresent(digest -> {
            halves.end(digest);
            HalfCookie.clear(request, response);
        });
    }
}
