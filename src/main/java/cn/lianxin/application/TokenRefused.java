package cn.lianxin.application;

import java.util.List;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;

/**
 * A request that its token, or the lack of one, keeps out. It reaches the exception handlers like any refusal, so that a
 * room whose machines expect another form than a problem can give it that form.
 */
public final class TokenRefused extends RuntimeException {

    private final HttpStatus status;
    private final String code;
    private final List<Object> arguments;
    private final HttpHeaders headers = new HttpHeaders();

    private TokenRefused(HttpStatus status, String code, Object... arguments) {
        super(code);
        this.status = status;
        this.code = code;
        this.arguments = List.of(arguments);
    }

    static TokenRefused missing() {
        return new TokenRefused(HttpStatus.UNAUTHORIZED, "token-missing").challenge("");
    }

    /** Mistyped, expired, revoked, or of somebody who has left: the answer is the same. */
    static TokenRefused wrong() {
        return new TokenRefused(HttpStatus.UNAUTHORIZED, "token-wrong").challenge(", error=\"invalid_token\"");
    }

    static TokenRefused scope(String codes) {
        return new TokenRefused(HttpStatus.FORBIDDEN, "scope-missing", codes)
                .challenge(", error=\"insufficient_scope\", scope=\"" + codes + "\"");
    }

    static TokenRefused tooMany(long seconds) {
        var refused = new TokenRefused(HttpStatus.TOO_MANY_REQUESTS, "too-many-requests", seconds);
        refused.headers.set(HttpHeaders.RETRY_AFTER, Long.toString(seconds));
        return refused;
    }

    public HttpStatus status() {
        return status;
    }

    /** Of the sentence {@code refusal.<code>}. */
    public String code() {
        return code;
    }

    public List<Object> arguments() {
        return arguments;
    }

    public HttpHeaders headers() {
        return headers;
    }

    private TokenRefused challenge(String parameters) {
        headers.set(HttpHeaders.WWW_AUTHENTICATE, "Bearer realm=\"lianxin\"" + parameters);
        return this;
    }
}
