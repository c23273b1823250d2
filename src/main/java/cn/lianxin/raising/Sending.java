package cn.lianxin.raising;

import cn.lianxin.concern.CaseFile;
import cn.lianxin.concern.NewConcern;
import cn.lianxin.concern.Raised;
import cn.lianxin.concern.RaisingConcerns;
import cn.lianxin.concern.ReadingConcerns;
import cn.lianxin.kernel.Actor;
import cn.lianxin.kernel.Refusal;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/** Sends what was written, once, and shows the receipt. */
@Component
class Sending {

    private final RaisingConcerns raising;
    private final ReadingConcerns reading;

    Sending(RaisingConcerns raising, ReadingConcerns reading) {
        this.raising = raising;
        this.reading = reading;
    }

    Optional<Raised> sent(String token) {
        return raising.raisedWith(token);
    }

    /** Where the same form arrives twice at once, both answers show the one that was first. */
    Raised send(NewConcern concern, String token, Actor actor) {
        try {
            return raising.raise(concern, token, actor);
        } catch (Refusal.Conflict conflict) {
            return raising.raisedWith(token).orElseThrow(() -> conflict);
        }
    }

    /** The receipt is shown here and never again. */
    ModelAndView page(Raised raised, Actor actor) {
        var holder = new Actor.ReceiptHolder(raised.receipt().digest());
        CaseFile file = reading.open(raised.number(), holder);
        var address = ServletUriComponentsBuilder.fromCurrentContextPath()
                .path("/receipt")
                .fragment(raised.receipt().digits())
                .toUriString();
        var page = new ModelAndView("raising/sent", HttpStatus.CREATED);
        page.addObject("file", file);
        page.addObject("receipt", raised.receipt());
        page.addObject("qr", QrPicture.of(address));
        page.addObject("own", actor instanceof Actor.Member);
        return page;
    }
}
