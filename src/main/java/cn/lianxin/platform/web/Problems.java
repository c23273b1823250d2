package cn.lianxin.platform.web;

import cn.lianxin.kernel.Refusal;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.i18n.CookieLocaleResolver;

/**
 * Refusals for machines, as RFC 9457 has them: the title is the stable code, the detail a sentence in the language of whoever
 * asks, and where one field is at fault it is named.
 */
@Component
public class Problems {

    private final MessageSource messages;
    private final CookieLocaleResolver locales;

    Problems(MessageSource messages, CookieLocaleResolver locales) {
        this.messages = messages;
        this.locales = locales;
    }

    public ResponseEntity<ProblemDetail> answer(HttpServletRequest request, Refusal refusal) {
        var problem = problem(
                request, statusOf(refusal), refusal.code(), refusal.arguments().toArray());
        if (refusal instanceof Refusal.Violation violation && !violation.field().isEmpty()) {
            problem.setProperty("field", violation.field());
        }
        return answer(problem);
    }

    public ResponseEntity<ProblemDetail> answer(
            HttpServletRequest request, HttpStatusCode status, String code, Object... arguments) {
        return answer(problem(request, status, code, arguments));
    }

    private static ResponseEntity<ProblemDetail> answer(ProblemDetail problem) {
        return ResponseEntity.status(problem.getStatus())
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(problem);
    }

    private ProblemDetail problem(HttpServletRequest request, HttpStatusCode status, String code, Object... arguments) {
        var words = new Words(messages, locales.resolveLocale(request));
        var problem = ProblemDetail.forStatusAndDetail(status, words.of("refusal." + code, arguments));
        problem.setType(URI.create("urn:lianxin:refusal:" + code));
        problem.setTitle(code);
        return problem;
    }

    static HttpStatus statusOf(Refusal refusal) {
        return switch (refusal) {
            case Refusal.NotFound _ -> HttpStatus.NOT_FOUND;
            case Refusal.NotAllowed _ -> HttpStatus.FORBIDDEN;
            case Refusal.Conflict _ -> HttpStatus.CONFLICT;
            case Refusal.Violation _ -> HttpStatus.UNPROCESSABLE_CONTENT;
        };
    }
}
