package cn.lianxin.scim;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Documents as they come in and go out. */
final class Message {

    static final MediaType SCIM = new MediaType("application", "scim+json");

    private static final int LARGEST = 1 << 20;
    private static final Set<String> SUBTYPES = Set.of("scim+json", "json");

    private Message() {}

    /** @throws ScimFault {@code invalidSyntax}, and for what is too large or of another type */
    static ObjectNode read(HttpServletRequest request) {
        if (!isJson(request.getContentType())) {
            throw new ScimFault(Fault.MEDIA_TYPE);
        }
        try {
            var bytes = request.getInputStream().readNBytes(LARGEST + 1);
            if (bytes.length > LARGEST) {
                throw new ScimFault(Fault.BODY_TOO_LARGE, LARGEST);
            }
            return Json.object(bytes);
        } catch (IOException broken) {
            throw new ScimFault(Fault.BODY_UNCLEAR);
        }
    }

    private static boolean isJson(@org.jspecify.annotations.Nullable String type) {
        try {
            return type == null
                    || SUBTYPES.contains(
                            MediaType.parseMediaType(type).getSubtype().toLowerCase(Locale.ROOT));
        } catch (InvalidMediaTypeException unclear) {
            return false;
        }
    }

    static ResponseEntity<byte[]> answer(HttpServletRequest request, JsonNode body) {
        return answer(request, HttpStatusCode.valueOf(200), new HttpHeaders(), body);
    }

    static ResponseEntity<byte[]> answer(
            HttpServletRequest request, HttpStatusCode status, HttpHeaders headers, JsonNode body) {
        return ResponseEntity.status(status)
                .headers(headers)
                .contentType(type(request))
                .cacheControl(CacheControl.noStore())
                .body(Json.bytes(body));
    }

    /** A resource with its version and, where it is new, its address; nothing where the caller has it already. */
    static ResponseEntity<byte[]> resource(
            HttpServletRequest request, HttpStatusCode status, ObjectNode resource, Version version, String address) {
        var headers = new HttpHeaders();
        headers.setETag(version.tag());
        if (status.value() == 201) {
            headers.set(HttpHeaders.LOCATION, address);
        }
        if (status.value() == 200 && version.isKnownTo(request)) {
            return ResponseEntity.status(304).headers(headers).build();
        }
        return answer(request, status, headers, resource);
    }

    /** SCIM's own type, unless the caller names plain JSON and not it. */
    private static MediaType type(HttpServletRequest request) {
        var accept = Optional.ofNullable(request.getHeader(HttpHeaders.ACCEPT)).orElse("");
        return accept.contains("application/json") && !accept.contains("scim+json") ? MediaType.APPLICATION_JSON : SCIM;
    }
}
