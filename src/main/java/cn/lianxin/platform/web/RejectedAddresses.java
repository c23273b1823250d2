package cn.lianxin.platform.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import java.util.Objects;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.security.web.firewall.RequestRejectedException;
import org.springframework.security.web.firewall.RequestRejectedHandler;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Addresses with bytes that no address has never reach a handler; a machine is told with a problem all the same. */
@Component
class RejectedAddresses implements RequestRejectedHandler {

    private final Problems problems;
    private final JsonMapper json;

    RejectedAddresses(Problems problems, JsonMapper json) {
        this.problems = problems;
        this.json = json;
    }

    @Override
    public void handle(HttpServletRequest request, HttpServletResponse response, RequestRejectedException rejected)
            throws IOException {
        if (!MachinePath.matches(request)) {
            response.sendError(HttpStatus.BAD_REQUEST.value());
            return;
        }
        var problem = Objects.requireNonNull(problems.answer(request, HttpStatus.BAD_REQUEST, "request-unclear")
                .getBody());
        response.setStatus(problem.getStatus());
        response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        response.getOutputStream()
                .write(json.writeValueAsBytes(Map.of(
                        "type", Objects.requireNonNull(problem.getType()).toString(),
                        "title", String.valueOf(problem.getTitle()),
                        "status", problem.getStatus(),
                        "detail", String.valueOf(problem.getDetail()))));
    }
}
