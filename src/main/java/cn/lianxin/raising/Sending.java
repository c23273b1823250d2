package cn.lianxin.raising;

import cn.lianxin.concern.ConcernLists;
import cn.lianxin.concern.ConcernNumber;
import cn.lianxin.concern.JoiningConcerns;
import cn.lianxin.concern.NewConcern;
import cn.lianxin.concern.Raised;
import cn.lianxin.concern.RaisingConcerns;
import cn.lianxin.kernel.Actor;
import cn.lianxin.platform.web.QrPicture;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/** Sends what was written, once, and shows the receipt. */
@Component
class Sending {

    private final RaisingConcerns raising;
    private final JoiningConcerns joining;
    private final ConcernLists lists;
    private final Drafts drafts;

    Sending(RaisingConcerns raising, JoiningConcerns joining, ConcernLists lists, Drafts drafts) {
        this.raising = raising;
        this.joining = joining;
        this.lists = lists;
        this.drafts = drafts;
    }

    Optional<Raised> sent(String token) {
        return raising.raisedWith(token);
    }

    /** Files it and lets the draft go, in one transaction. */
    @Transactional
    Raised send(NewConcern concern, String token, Actor actor) {
        var raised = raising.raise(concern, token, actor);
        drafts.forget(token);
        return raised;
    }

    /** The same where others have raised the like. */
    @Transactional
    Raised join(NewConcern concern, Optional<JoiningConcerns.Others> others, String token, Actor actor) {
        var raised = joining.join(concern, token, others, actor);
        drafts.forget(token);
        return raised;
    }

    /** Adds it to what he raised before, and lets the draft go. */
    @Transactional
    void goOn(ConcernNumber number, Draft draft, Actor actor) {
        joining.goOn(number, draft.words(), draft.attachments(), actor);
        drafts.forget(draft.token());
    }

    /** The receipt is shown here and never again. */
    ModelAndView page(Raised raised, Actor actor) {
        var holder = new Actor.ReceiptHolder(raised.receipt().digest());
        var row = lists.own(Optional.empty(), holder).rows().stream()
                .filter(own -> own.number().equals(raised.number().toString()))
                .findFirst()
                .orElseThrow();
        var address = ServletUriComponentsBuilder.fromCurrentContextPath()
                .path("/receipt")
                .fragment(raised.receipt().digits())
                .toUriString();
        var page = new ModelAndView("raising/sent", HttpStatus.CREATED);
        page.addObject("row", row);
        page.addObject("receipt", raised.receipt());
        page.addObject("qr", QrPicture.of(address));
        page.addObject("own", actor instanceof Actor.Member);
        return page;
    }
}
