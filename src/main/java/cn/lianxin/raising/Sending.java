package cn.lianxin.raising;

import cn.lianxin.concern.ConcernLists;
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
    private final ConcernLists lists;
    private final Drafts drafts;

    Sending(RaisingConcerns raising, ConcernLists lists, Drafts drafts) {
        this.raising = raising;
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
