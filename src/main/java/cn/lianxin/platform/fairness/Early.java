package cn.lianxin.platform.fairness;

import cn.lianxin.platform.fairness.CountsAs.Cost;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.stereotype.Component;

/** Where an address is busy, a page brings its work along: the device does it while its owner still writes. */
@Component
class Early {

    static final String COOKIE = "task";

    private final Strangers strangers;
    private final Tasks tasks;

    Early(Strangers strangers, Tasks tasks) {
        this.strangers = strangers;
        this.tasks = tasks;
    }

    void offer(Cost cost, HttpServletRequest request, HttpServletResponse response) {
        if (cost == Cost.READING && request.getMethod().equals("GET") && strangers.isBusy(request)) {
            // A script reads it: it opens nothing until the work is done.
            var cookie = ResponseCookie.from(
                            COOKIE,
                            tasks.fresh(Neighbourhood.of(request)).toString().replace(';', '.'))
                    .path("/")
                    .maxAge(Duration.ofMinutes(5))
                    .sameSite("Strict")
                    .secure(request.isSecure())
                    .build();
            response.addHeader(HttpHeaders.SET_COOKIE, cookie.toString());
        }
    }
}
