package cn.lianxin.raising;

import cn.lianxin.concern.RaisingConcerns;
import cn.lianxin.platform.text.PlainText;
import java.util.List;
import org.springframework.stereotype.Component;

/** Begins to raise what somebody has typed elsewhere, so that he does not type it twice. */
@Component
public class BeginningDrafts {

    private final Drafts drafts;

    BeginningDrafts(Drafts drafts) {
        this.drafts = drafts;
    }

    /** The address of the first screen, with these words in it. */
    public String begin(String typed) {
        var words = PlainText.block(typed);
        if (words.isBlank() || PlainText.lengthOf(words) > RaisingConcerns.LONGEST_WORDS) {
            return "/concerns/new";
        }
        var draft = Draft.empty(drafts.newToken());
        drafts.save(draft.with(words, List.of()));
        return "/concerns/new/" + draft.token() + "/words";
    }
}
