package cn.lianxin.api.document;

import cn.lianxin.platform.web.Problems;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.core.annotation.Order;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;

/** Says with an RFC 9457 problem what is wrong with a request, and where. */
@ControllerAdvice
@Order(0)
class RequestFaults {

    private final Problems problems;

    RequestFaults(Problems problems) {
        this.problems = problems;
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> refused(RequestFault fault, HttpServletRequest request) {
        var answer = problems.answer(
                request, fault.status(), fault.code(), fault.arguments().toArray());
        var problem = answer.getBody();
        if (problem != null && !fault.field().isEmpty()) {
            problem.setProperty("field", fault.field());
        }
        return answer;
    }
}
