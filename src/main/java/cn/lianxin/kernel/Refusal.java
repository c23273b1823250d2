package cn.lianxin.kernel;

import java.util.Arrays;
import java.util.List;

/**
 * The four ways to say no. The code names a sentence in {@code messages/} ({@code refusal.<code>}) that tells the person
 * what to do next; a machine gets the same code in an RFC 9457 problem.
 */
public abstract sealed class Refusal extends RuntimeException {

    private final String code;
    private final List<Object> arguments;

    private Refusal(String code, Object... arguments) {
        super(code + " " + Arrays.toString(arguments));
        this.code = code;
        this.arguments = List.of(arguments);
    }

    public String code() {
        return code;
    }

    public List<Object> arguments() {
        return arguments;
    }

    /** 404: it is not there, or not for you; the answer is the same. */
    public static final class NotFound extends Refusal {
        public NotFound() {
            super("not-found");
        }
    }

    /** 403: you see it, but this move is not yours. */
    public static final class NotAllowed extends Refusal {
        public NotAllowed(String code, Object... arguments) {
            super(code, arguments);
        }
    }

    /** 409: it has moved on since you looked. */
    public static final class Conflict extends Refusal {
        public Conflict(String code, Object... arguments) {
            super(code, arguments);
        }
    }

    /** 422: what was given cannot be taken; {@link #field()} says where, empty for the whole. */
    public static final class Violation extends Refusal {
        private final String field;

        public Violation(String field, String code, Object... arguments) {
            super(code, arguments);
            this.field = field;
        }

        public String field() {
            return field;
        }
    }
}
