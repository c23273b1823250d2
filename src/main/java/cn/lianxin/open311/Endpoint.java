package cn.lianxin.open311;

import cn.lianxin.concern.Extract;
import jakarta.servlet.http.HttpServletRequest;
import java.util.UUID;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/** The address of this interface, as the caller reached it. */
record Endpoint(String address) {

    static final String PATH = "/open311/v2";

    static Endpoint of(HttpServletRequest request) {
        return new Endpoint(
                ServletUriComponentsBuilder.fromContextPath(request).path(PATH).toUriString());
    }

    String file(Extract extract, UUID file) {
        return address + "/requests/" + extract.number() + "/media/" + file;
    }
}
