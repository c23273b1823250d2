package cn.lianxin.application;

import cn.lianxin.platform.web.Problems;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.core.annotation.Order;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;

/** Says with an RFC 9457 problem why a token does not open this, unless a room before says it otherwise. */
@ControllerAdvice
@Order(0)
class TokenProblems {

    private final Problems problems;

    TokenProblems(Problems problems) {
        this.problems = problems;
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> refused(TokenRefused refused, HttpServletRequest request) {
        var answer = problems.answer(
                request, refused.status(), refused.code(), refused.arguments().toArray());
        return ResponseEntity.status(answer.getStatusCode())
                .headers(answer.getHeaders())
                .headers(refused.headers())
                .body(answer.getBody());
    }
}
