package cn.lianxin.platform.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;

/** What lies over a page that shows something protected. The platform asks, the room that knows readers answers. */
public interface PageWatermark {

    /** The address of the style that draws it; none where the page that was made for this request needs none. */
    Optional<String> styleFor(HttpServletRequest request);
}
