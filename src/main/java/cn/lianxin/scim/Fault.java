package cn.lianxin.scim;

import java.util.Locale;
import org.springframework.http.HttpStatus;

/** What can be wrong with a request, by the words of RFC 7644 §3.12; its sentence is {@code scim.fault.<code>}. */
enum Fault {
    FILTER_UNCLEAR(HttpStatus.BAD_REQUEST, "invalidFilter"),
    FILTER_ATTRIBUTE(HttpStatus.BAD_REQUEST, "invalidFilter"),
    FILTER_TYPE(HttpStatus.BAD_REQUEST, "invalidFilter"),
    FILTER_TOO_LONG(HttpStatus.BAD_REQUEST, "invalidFilter"),
    FILTER_NOT_HERE(HttpStatus.FORBIDDEN, ""),
    BODY_UNCLEAR(HttpStatus.BAD_REQUEST, "invalidSyntax"),
    SCHEMA_MISSING(HttpStatus.BAD_REQUEST, "invalidSyntax"),
    OPERATION_UNCLEAR(HttpStatus.BAD_REQUEST, "invalidSyntax"),
    PARAMETER_UNCLEAR(HttpStatus.BAD_REQUEST, "invalidValue"),
    VALUE_WRONG(HttpStatus.BAD_REQUEST, "invalidValue"),
    VALUE_MISSING(HttpStatus.BAD_REQUEST, "invalidValue"),
    UNIT_UNKNOWN(HttpStatus.BAD_REQUEST, "invalidValue"),
    NEW_BUT_GONE(HttpStatus.BAD_REQUEST, "invalidValue"),
    PATH_WRONG(HttpStatus.BAD_REQUEST, "invalidPath"),
    NO_TARGET(HttpStatus.BAD_REQUEST, "noTarget"),
    READ_ONLY(HttpStatus.BAD_REQUEST, "mutability"),
    FIXED(HttpStatus.BAD_REQUEST, "mutability"),
    MEMBERS_BY_DEPARTMENT(HttpStatus.BAD_REQUEST, "mutability"),
    UNIT_ENDS_BY_HAND(HttpStatus.BAD_REQUEST, "mutability"),
    TAKEN(HttpStatus.CONFLICT, "uniqueness"),
    LEAVING_STOPPED(HttpStatus.FORBIDDEN, ""),
    NOT_THERE(HttpStatus.NOT_FOUND, ""),
    ADDRESS_UNKNOWN(HttpStatus.NOT_FOUND, ""),
    VERSION_STALE(HttpStatus.PRECONDITION_FAILED, ""),
    BODY_TOO_LARGE(HttpStatus.CONTENT_TOO_LARGE, ""),
    MEDIA_TYPE(HttpStatus.UNSUPPORTED_MEDIA_TYPE, ""),
    NOT_DONE_HERE(HttpStatus.NOT_IMPLEMENTED, "");

    private final HttpStatus status;
    private final String type;

    Fault(HttpStatus status, String type) {
        this.status = status;
        this.type = type;
    }

    HttpStatus status() {
        return status;
    }

    /** The {@code scimType}; empty where the RFC has none. */
    String type() {
        return type;
    }

    String key() {
        return "scim.fault." + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
