package cn.lianxin.scim;

import cn.lianxin.application.TokenRefused;
import cn.lianxin.kernel.Refusal;
import jakarta.servlet.http.HttpServletRequest;
import java.security.SecureRandom;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.MessageSource;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ResponseEntity;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;

/** Every refusal of the interface in the form of RFC 7644 §3.12. */
@ControllerAdvice(
        assignableTypes = {UsersController.class, GroupsController.class, DiscoveryController.class, NoSuchAddress.class
        })
@Order(Ordered.HIGHEST_PRECEDENCE)
class ScimErrors {

    static final String MESSAGE = "urn:ietf:params:scim:api:messages:2.0:Error";

    private static final Logger LOG = LoggerFactory.getLogger(ScimErrors.class);
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final Set<String> TAKEN = Set.of("staff-number-taken", "unit-code-taken");

    private final MessageSource messages;

    ScimErrors(MessageSource messages) {
        this.messages = messages;
    }

    @ExceptionHandler
    ResponseEntity<byte[]> faulty(ScimFault fault, HttpServletRequest request, Locale language) {
        return answer(fault.fault(), fault.arguments(), request, language);
    }

    @ExceptionHandler
    ResponseEntity<byte[]> keptOut(TokenRefused refused, HttpServletRequest request, Locale language) {
        var sentence = say("refusal." + refused.code(), refused.arguments(), language);
        return answer(refused.status(), refused.headers(), "", sentence, request);
    }

    @ExceptionHandler
    ResponseEntity<byte[]> refused(Refusal refusal, HttpServletRequest request, Locale language) {
        var sentence = say("refusal." + refusal.code(), refusal.arguments(), language);
        return switch (refusal) {
            case Refusal.NotFound _ -> answer(Fault.NOT_THERE, List.of(), request, language);
            case Refusal.NotAllowed _ -> answer(403, "", sentence, request);
            case Refusal.Conflict _ ->
                answer(409, TAKEN.contains(refusal.code()) ? "uniqueness" : "", sentence, request);
            case Refusal.Violation _ -> answer(400, "invalidValue", sentence, request);
        };
    }

    /** Two pushes at once, or one externalId for two. */
    @ExceptionHandler
    ResponseEntity<byte[]> twice(DuplicateKeyException twice, HttpServletRequest request, Locale language) {
        return answer(Fault.TAKEN, List.of(""), request, language);
    }

    @ExceptionHandler
    ResponseEntity<byte[]> anythingElse(Exception exception, HttpServletRequest request, Locale language) {
        if (exception instanceof ErrorResponse known && known.getStatusCode().is4xxClientError()) {
            return answer(Fault.ADDRESS_UNKNOWN, List.of(), request, language);
        }
        var incident = "%08X".formatted(RANDOM.nextInt());
        LOG.error("incident {} at {} {}", incident, request.getMethod(), request.getRequestURI(), exception);
        return answer(500, "", say("refusal.incident", List.of(incident), language), request);
    }

    private ResponseEntity<byte[]> answer(
            Fault fault, List<Object> arguments, HttpServletRequest request, Locale language) {
        var sentence = say(fault.key(), arguments, language);
        return answer(fault.status(), new HttpHeaders(), fault.type(), sentence, request);
    }

    private String say(String key, List<Object> arguments, Locale language) {
        return messages.getMessage(key, arguments.toArray(), language);
    }

    private static ResponseEntity<byte[]> answer(int status, String type, String sentence, HttpServletRequest request) {
        return answer(HttpStatusCode.valueOf(status), new HttpHeaders(), type, sentence, request);
    }

    private static ResponseEntity<byte[]> answer(
            HttpStatusCode status, HttpHeaders headers, String type, String sentence, HttpServletRequest request) {
        var error = Json.object();
        error.putArray("schemas").add(MESSAGE);
        error.put("status", Integer.toString(status.value()));
        if (!type.isEmpty()) {
            error.put("scimType", type);
        }
        error.put("detail", sentence);
        return Message.answer(request, status, headers, error);
    }
}
