package cn.lianxin.scim;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/** The address of this interface, as the caller reached it. */
record Endpoint(String address) {

    static final String PATH = "/scim/v2";

    static Endpoint of(HttpServletRequest request) {
        return new Endpoint(
                ServletUriComponentsBuilder.fromContextPath(request).path(PATH).toUriString());
    }

    String of(ResourceKind kind, long id) {
        return address + kind.path() + "/" + id;
    }
}
