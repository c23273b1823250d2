package cn.lianxin.platform.web;

import cn.lianxin.kernel.Refusal;
import jakarta.servlet.http.HttpServletRequest;
import java.security.SecureRandom;
import org.apache.catalina.connector.ClientAbortException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.security.web.firewall.RequestRejectedException;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.context.request.async.AsyncRequestNotUsableException;
import org.springframework.web.multipart.MaxUploadSizeExceededException;
import org.springframework.web.multipart.MultipartException;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.i18n.CookieLocaleResolver;

/** Turns every refusal into a page for people, or an RFC 9457 problem for machines; anything else is a bug with a number. */
@ControllerAdvice
class RefusalPages {

    private static final Logger LOG = LoggerFactory.getLogger(RefusalPages.class);
    private static final SecureRandom RANDOM = new SecureRandom();

    private final Problems problems;
    private final MessageSource messages;
    private final CookieLocaleResolver locales;

    RefusalPages(Problems problems, MessageSource messages, CookieLocaleResolver locales) {
        this.problems = problems;
        this.messages = messages;
        this.locales = locales;
    }

    @ExceptionHandler
    Object refused(Refusal refusal, HttpServletRequest request) {
        return wantsJson(request)
                ? problems.answer(request, refusal)
                : answer(
                        request,
                        Problems.statusOf(refusal),
                        refusal.code(),
                        refusal.arguments().toArray());
    }

    @ExceptionHandler({MaxUploadSizeExceededException.class, MultipartException.class})
    Object brokenUpload(MultipartException exception, HttpServletRequest request) {
        return exception instanceof MaxUploadSizeExceededException
                ? answer(request, HttpStatus.CONTENT_TOO_LARGE, "upload-too-large")
                : answer(request, HttpStatus.BAD_REQUEST, "upload-broken");
    }

    @ExceptionHandler
    Object anythingElse(Exception exception, HttpServletRequest request) {
        if (exception instanceof ErrorResponse known && known.getStatusCode().is4xxClientError()) {
            return answer(request, known.getStatusCode(), codeOf(known.getStatusCode()));
        }
        if (exception instanceof org.apache.tomcat.util.http.InvalidParameterException
                || exception instanceof RequestRejectedException
                || exception instanceof org.springframework.web.bind.ServletRequestBindingException
                || exception instanceof org.springframework.http.converter.HttpMessageNotReadableException
                || exception instanceof org.springframework.beans.TypeMismatchException) {
            return answer(request, HttpStatus.BAD_REQUEST, "request-unclear");
        }
        if (exception instanceof ClientAbortException || exception instanceof AsyncRequestNotUsableException) {
            // Whoever asked has gone: nobody is there to be answered, and nothing is broken.
            return new ModelAndView();
        }
        var incident = "%08X".formatted(RANDOM.nextInt());
        LOG.error("incident {} at {} {}", incident, request.getMethod(), request.getRequestURI(), exception);
        return answer(request, HttpStatus.INTERNAL_SERVER_ERROR, "incident", incident);
    }

    private Object answer(HttpServletRequest request, HttpStatusCode status, String code, Object... arguments) {
        if (wantsJson(request)) {
            return problems.answer(request, status, code, arguments);
        }
        var words = new Words(messages, locales.resolveLocale(request));
        var page = new ModelAndView("platform/web/refusal");
        page.setStatus(status);
        page.addObject("sentence", words.of("refusal." + code, arguments));
        page.addObject("status", status.value());
        return page;
    }

    private static boolean wantsJson(HttpServletRequest request) {
        if (MachinePath.matches(request)) {
            return true;
        }
        var accept = request.getHeader(HttpHeaders.ACCEPT);
        return accept != null && accept.contains("json") && !accept.contains("html");
    }

    private static String codeOf(HttpStatusCode status) {
        return switch (status.value()) {
            case 401 -> "sign-in-first";
            case 404 -> "not-found";
            case 405 -> "method-not-allowed";
            case 413 -> "upload-too-large";
            default -> "request-unclear";
        };
    }
}
