package cn.lianxin.open311;

import cn.lianxin.application.TokenRefused;
import cn.lianxin.kernel.Refusal;
import cn.lianxin.open311.Part.Fields;
import cn.lianxin.open311.Part.Items;
import jakarta.servlet.http.HttpServletRequest;
import java.security.SecureRandom;
import java.util.List;
import java.util.Locale;
import org.apache.tomcat.util.http.InvalidParameterException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ResponseEntity;
import org.springframework.security.web.firewall.RequestRejectedException;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.multipart.MultipartException;

/** Every refusal in the form of the specification: 404 what is not there, 403 the key, 400 anything else. */
@ControllerAdvice(basePackageClasses = Open311Errors.class)
@Order(Ordered.HIGHEST_PRECEDENCE)
class Open311Errors {

    private static final Logger LOG = LoggerFactory.getLogger(Open311Errors.class);
    private static final SecureRandom RANDOM = new SecureRandom();

    private final Sentences sentences;

    Open311Errors(Sentences sentences) {
        this.sentences = sentences;
    }

    @ExceptionHandler
    ResponseEntity<byte[]> faulty(RequestFault fault, HttpServletRequest request, Locale language) {
        var errors = fault.faults().stream()
                .map(one -> error(one.status(), say(language, "open311.fault." + one.code(), one.arguments())))
                .toList();
        return answer(request, fault.faults().getFirst().status(), new HttpHeaders(), errors);
    }

    /** A key that is missing, wrong or without this scope is 403; too many requests stay 429, which clients know. */
    @ExceptionHandler
    ResponseEntity<byte[]> keptOut(TokenRefused refused, HttpServletRequest request, Locale language) {
        var status = refused.status() == HttpStatus.TOO_MANY_REQUESTS ? refused.status() : HttpStatus.FORBIDDEN;
        return answer(
                request,
                status,
                refused.headers(),
                List.of(error(status, say(language, "refusal." + refused.code(), refused.arguments()))));
    }

    @ExceptionHandler
    ResponseEntity<byte[]> refused(Refusal refusal, HttpServletRequest request, Locale language) {
        var status =
                switch (refusal) {
                    case Refusal.NotFound _ -> HttpStatus.NOT_FOUND;
                    case Refusal.NotAllowed _ -> HttpStatus.FORBIDDEN;
                    case Refusal.Conflict _, Refusal.Violation _ -> HttpStatus.BAD_REQUEST;
                };
        var sentence = refusal instanceof Refusal.NotFound
                ? say(language, "open311.fault.not-there", List.of())
                : say(language, "refusal." + refusal.code(), refusal.arguments());
        return answer(request, status, sentence);
    }

    @ExceptionHandler
    ResponseEntity<byte[]> anythingElse(Exception exception, HttpServletRequest request, Locale language) {
        if (isTheirs(exception)) {
            return answer(request, HttpStatus.BAD_REQUEST, say(language, "open311.fault.request-unclear", List.of()));
        }
        var incident = "%08X".formatted(RANDOM.nextInt());
        LOG.error("incident {} at {} {}", incident, request.getMethod(), request.getRequestURI(), exception);
        return answer(request, HttpStatus.INTERNAL_SERVER_ERROR, say(language, "refusal.incident", List.of(incident)));
    }

    private static boolean isTheirs(Exception exception) {
        return exception instanceof MultipartException
                || exception instanceof InvalidParameterException
                || exception instanceof RequestRejectedException
                || exception instanceof org.springframework.web.bind.ServletRequestBindingException
                || exception instanceof org.springframework.beans.TypeMismatchException
                || exception instanceof ErrorResponse known
                        && known.getStatusCode().is4xxClientError();
    }

    private String say(Locale language, String key, List<Object> arguments) {
        return sentences.say(language, key, arguments.toArray());
    }

    private static Fields error(HttpStatusCode status, String sentence) {
        return Fields.none().with("code", status.value()).with("description", sentence);
    }

    private static ResponseEntity<byte[]> answer(HttpServletRequest request, HttpStatus status, String sentence) {
        return answer(request, status, new HttpHeaders(), List.of(error(status, sentence)));
    }

    private static ResponseEntity<byte[]> answer(
            HttpServletRequest request, HttpStatusCode status, HttpHeaders headers, List<Fields> errors) {
        return new Answer("errors", new Items("error", errors)).as(Format.of(request), status, headers);
    }
}
