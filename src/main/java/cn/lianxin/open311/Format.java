package cn.lianxin.open311;

import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import org.springframework.http.MediaType;

/** The form of an answer, as the end of the address names it; XML where it names none. */
enum Format {
    XML(new MediaType("text", "xml", StandardCharsets.UTF_8)),
    JSON(new MediaType("application", "json", StandardCharsets.UTF_8));

    private final MediaType mediaType;

    Format(MediaType mediaType) {
        this.mediaType = mediaType;
    }

    static Format of(HttpServletRequest request) {
        return request.getRequestURI().endsWith(".json") ? JSON : XML;
    }

    MediaType mediaType() {
        return mediaType;
    }
}
