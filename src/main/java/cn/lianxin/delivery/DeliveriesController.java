package cn.lianxin.delivery;

import cn.lianxin.kernel.Actor;
import cn.lianxin.kernel.Refusal;
import cn.lianxin.platform.audit.AuditTrail;
import cn.lianxin.platform.outbox.OutboxKeeping;
import cn.lianxin.platform.web.LocalAddress;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** What waits to leave the house and what did not get through. Never for whom, nor of what it tells. */
@Controller
class DeliveriesController {

    private static final int SHOWN = 100;

    private final Caretakers caretakers;
    private final OutboxKeeping outbox;
    private final Messengers messengers;
    private final Ways ways;
    private final AuditTrail audit;

    DeliveriesController(
            Caretakers caretakers, OutboxKeeping outbox, Messengers messengers, Ways ways, AuditTrail audit) {
        this.caretakers = caretakers;
        this.outbox = outbox;
        this.messengers = messengers;
        this.ways = ways;
        this.audit = audit;
    }

    @GetMapping("/deliveries")
    ModelAndView list(Actor actor) {
        caretakers.mustHave(actor);
        var names = messengers.all().stream()
                .collect(Collectors.toMap(messenger -> messenger.way().key(), Messenger::name));
        return new ModelAndView("delivery/deliveries")
                .addObject("figures", outbox.figures())
                .addObject("strays", outbox.strays(SHOWN))
                .addObject("names", Map.copyOf(names))
                .addObject("messengers", messengers.all())
                .addObject("mail", ways.find(Way.MAIL).isPresent());
    }

    @PostMapping("/deliveries/{parcel}/retry")
    @Transactional
    ModelAndView retry(@PathVariable UUID parcel, Actor actor) {
        caretakers.mustHave(actor);
        if (!outbox.retry(parcel)) {
            throw new Refusal.NotFound();
        }
        audit.record(actor, "delivery.retried", "parcel:" + parcel, "");
        return LocalAddress.seeOther("/deliveries");
    }

    @PostMapping("/deliveries/retry")
    @Transactional
    ModelAndView retryAll(@RequestParam String queue, Actor actor) {
        caretakers.mustHave(actor);
        audit.record(actor, "delivery.retried", "queue:" + queue, Integer.toString(outbox.retryAll(queue)));
        return LocalAddress.seeOther("/deliveries");
    }
}
