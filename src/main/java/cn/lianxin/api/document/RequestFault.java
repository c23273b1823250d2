package cn.lianxin.api.document;

import java.util.List;
import org.springframework.http.HttpStatus;

/** That a request is not one that the document describes. Nothing was done. */
public final class RequestFault extends RuntimeException {

    private final HttpStatus status;
    private final String field;
    private final String code;
    private final List<Object> arguments;

    /** @param field where it is wrong, {@code assisting[2]}; empty for the whole */
    public RequestFault(HttpStatus status, String field, String code, Object... arguments) {
        super(code + " " + field);
        this.status = status;
        this.field = field;
        this.code = code;
        this.arguments = List.of(arguments);
    }

    /** A parameter of the address or a header. */
    public static RequestFault parameter(String name, String code) {
        return new RequestFault(HttpStatus.BAD_REQUEST, name, code, name);
    }

    static RequestFault body(String field, String code, Object... arguments) {
        return new RequestFault(HttpStatus.UNPROCESSABLE_CONTENT, field, code, arguments);
    }

    /** The same fault, found in the address. */
    RequestFault ofParameter() {
        return new RequestFault(HttpStatus.BAD_REQUEST, field, code, arguments.toArray());
    }

    HttpStatus status() {
        return status;
    }

    String field() {
        return field;
    }

    String code() {
        return code;
    }

    List<Object> arguments() {
        return arguments;
    }
}
