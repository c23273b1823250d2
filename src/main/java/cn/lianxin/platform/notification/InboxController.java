package cn.lianxin.platform.notification;

import cn.lianxin.kernel.Actor;
import cn.lianxin.kernel.PersonId;
import cn.lianxin.kernel.Refusal;
import cn.lianxin.platform.web.LocalAddress;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** One's own messages. Whoever has no inbox finds no such page. */
@Controller
class InboxController {

    private final Inbox inbox;

    InboxController(Inbox inbox) {
        this.inbox = inbox;
    }

    @GetMapping("/inbox")
    ModelAndView list(@RequestParam Optional<String> after, Actor by) {
        return new ModelAndView("platform/notification/inbox")
                .addObject("messages", inbox.page(personOf(by), after))
                .addObject("newest", after.isEmpty())
                .addObject("unread", inbox.unread(personOf(by)));
    }

    /** Following a message is what reads it; following it again does no harm. */
    @GetMapping("/inbox/{message:[0-9]{1,18}}")
    ModelAndView open(@PathVariable long message, Actor by) {
        return seeOther(inbox.open(message, personOf(by)));
    }

    @PostMapping(path = "/inbox/read", params = "message")
    ModelAndView readOne(@RequestParam long message, Actor by) {
        inbox.open(message, personOf(by));
        return seeOther("/inbox");
    }

    @PostMapping(path = "/inbox/read", params = "upTo")
    ModelAndView readAll(@RequestParam long upTo, Actor by) {
        inbox.markRead(personOf(by), upTo);
        return seeOther("/inbox");
    }

    private static PersonId personOf(Actor by) {
        return switch (by) {
            case Actor.Member member -> member.person();
            case Actor.ReceiptHolder _, Actor.Visitor _, Actor.Application _, Actor.Clockwork _ ->
                throw new Refusal.NotFound();
        };
    }

    private static ModelAndView seeOther(String address) {
        return new ModelAndView("redirect:" + LocalAddress.orHome(address), HttpStatus.SEE_OTHER);
    }
}
