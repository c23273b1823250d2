package cn.lianxin.raising;

import cn.lianxin.terminal.TerminalLeft;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** What somebody wrote at a shared terminal, sent or not, is not there for the next one. */
@Component
class ForgottenDrafts {

    private final Drafts drafts;

    ForgottenDrafts(Drafts drafts) {
        this.drafts = drafts;
    }

    @EventListener
    void forget(TerminalLeft left) {
        left.drafts().stream().filter(Drafts::isToken).forEach(drafts::bury);
    }
}
