package cn.lianxin.raising;

import cn.lianxin.kernel.Refusal;
import cn.lianxin.platform.web.DisplayOverride;
import cn.lianxin.platform.web.SharedDevice;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.stereotype.Component;

/** Who may come with what a phone has kept: whoever has its token, from a device of his own. */
@Component
class OfflineDoor {

    private final Drafts drafts;

    OfflineDoor(Drafts drafts) {
        this.drafts = drafts;
    }

    /** NotFound on a shared device, where nothing may be left for later. */
    static void mustBeOnesOwnDevice(HttpServletRequest request) {
        if (SharedDevice.is(request)) {
            throw new Refusal.NotFound();
        }
    }

    /**
     * Refused as {@code draft-gone} where the token was left at a terminal.
     *
     * @param language of the sentences that the phone shows; what is anonymous comes without cookies
     */
    void mustBeOpen(String token, String language, HttpServletRequest request) {
        mustBeOnesOwnDevice(request);
        DisplayOverride.language(language, request);
        if (!Drafts.isToken(token)) {
            throw new Refusal.NotFound();
        }
        drafts.mustNotBeBuried(token);
    }
}
