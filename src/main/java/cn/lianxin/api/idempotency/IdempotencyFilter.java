package cn.lianxin.api.idempotency;

import cn.lianxin.api.document.RequestFault;
import cn.lianxin.application.KnownApplication;
import cn.lianxin.application.PresentedToken;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionStatus;
import org.springframework.transaction.support.DefaultTransactionDefinition;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.ContentCachingResponseWrapper;

/**
 * Makes a request under a key and its answer one transaction, whatever room it leads to; asked again, it answers from
 * the store. A refusal is not kept: nothing was done, and the same key is free for the corrected request.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 40)
class IdempotencyFilter extends OncePerRequestFilter {

    static final String HEADER = "Idempotency-Key";
    static final String REPLAYED = "Idempotency-Replayed";

    /** A file of 20 MB. */
    private static final int LONGEST = 20 * 1024 * 1024 + 1024;

    private static final String FAULT = IdempotencyFilter.class.getName();

    private final KeptAnswers answers;
    private final PlatformTransactionManager transactions;

    IdempotencyFilter(KeptAnswers answers, PlatformTransactionManager transactions) {
        this.answers = answers;
        this.transactions = transactions;
    }

    /** Why the request is refused, if it is; the handler's own interceptor says so. */
    static Optional<RequestFault> fault(HttpServletRequest request) {
        return request.getAttribute(FAULT) instanceof RequestFault fault ? Optional.of(fault) : Optional.empty();
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !request.getMethod().equals("POST")
                || request.getHeader(HEADER) == null
                || !ApiPath.matches(request)
                || KnownApplication.of(request).isEmpty();
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var key = request.getHeader(HEADER);
        if (!key.matches(RequestKey.FORM)) {
            refuse(request, RequestFault.parameter(HEADER, "idempotency-key-unclear"));
            chain.doFilter(request, response);
            return;
        }
        var body = request.getInputStream().readNBytes(LONGEST + 1);
        var buffered = new BufferedRequest(request, body);
        if (body.length > LONGEST) {
            refuse(request, new RequestFault(HttpStatus.CONTENT_TOO_LARGE, "", "upload-too-large"));
            chain.doFilter(buffered, response);
            return;
        }
        var known = KnownApplication.of(request).orElseThrow();
        var lock = new AnswerLock(PresentedToken.of(request).orElseThrow(), key);
        var fault = once(RequestKey.of(key, known, request, body), lock, buffered, response, chain);
        if (fault != null) {
            refuse(request, fault);
            chain.doFilter(buffered, response);
        }
    }

    private @Nullable RequestFault once(
            RequestKey key,
            AnswerLock lock,
            HttpServletRequest request,
            HttpServletResponse response,
            FilterChain chain)
            throws ServletException, IOException {
        var answer = new ContentCachingResponseWrapper(response);
        var transaction = transactions.getTransaction(new DefaultTransactionDefinition());
        try {
            if (!answers.claim(key)) {
                return again(answers.find(key).orElseThrow(), key, lock, response);
            }
            chain.doFilter(request, answer);
            if (answer.getStatus() < HttpStatus.BAD_REQUEST.value()) {
                answers.keep(key, kept(key, lock, answer));
                transactions.commit(transaction);
            }
        } catch (RequestFault busy) {
            return busy;
        } finally {
            rollBackUnlessDone(transaction);
        }
        answer.copyBodyToResponse();
        return null;
    }

    private @Nullable RequestFault again(KeptAnswer kept, RequestKey key, AnswerLock lock, HttpServletResponse response)
            throws IOException {
        if (!kept.content().equals(key.content())) {
            return new RequestFault(HttpStatus.UNPROCESSABLE_CONTENT, HEADER, "idempotency-key-reused");
        }
        var body = lock.open(kept.body());
        if (body.isEmpty()) {
            return new RequestFault(HttpStatus.CONFLICT, HEADER, "idempotency-answer-locked");
        }
        response.setStatus(kept.status());
        response.setHeader(REPLAYED, "true");
        if (!kept.mediaType().isEmpty()) {
            response.setContentType(kept.mediaType());
        }
        response.getOutputStream().write(body.get());
        return null;
    }

    private static KeptAnswer kept(RequestKey key, AnswerLock lock, ContentCachingResponseWrapper answer) {
        var type = answer.getContentType();
        return new KeptAnswer(
                key.content(), answer.getStatus(), type == null ? "" : type, lock.lock(answer.getContentAsByteArray()));
    }

    private void rollBackUnlessDone(TransactionStatus transaction) {
        if (!transaction.isCompleted()) {
            transactions.rollback(transaction);
        }
    }

    private static void refuse(HttpServletRequest request, RequestFault fault) {
        request.setAttribute(FAULT, fault);
    }
}
