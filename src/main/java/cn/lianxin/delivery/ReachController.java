package cn.lianxin.delivery;

import cn.lianxin.kernel.Actor;
import cn.lianxin.kernel.PersonId;
import cn.lianxin.kernel.Refusal;
import cn.lianxin.platform.notification.Notification;
import cn.lianxin.platform.web.Faults;
import cn.lianxin.platform.web.LocalAddress;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** 怎么通知我: everybody's own choice; there is no page on which somebody sees another's. */
@Controller
class ReachController {

    /** What has just been done; part of the address, since there is no session to keep it. */
    enum Done {
        CODE_SENT,
        CONFIRMED,
        REMOVED,
        CHOSEN
    }

    /** @param at the way in whose form something was typed, empty for none */
    record Typed(String at, String address) {}

    private static final Typed NOTHING = new Typed("", "");

    private final ReachPages pages;
    private final Confirming confirming;
    private final Choosing choosing;
    private final Wishes wishes;

    ReachController(ReachPages pages, Confirming confirming, Choosing choosing, Wishes wishes) {
        this.pages = pages;
        this.confirming = confirming;
        this.choosing = choosing;
        this.wishes = wishes;
    }

    @GetMapping("/me/notifications")
    ModelAndView show(@RequestParam Optional<Done> done, Actor.Member member) {
        return page(member.person(), NOTHING, WishForm.of(wishes.of(member.person())), Faults.none(), done);
    }

    @PostMapping("/me/notifications/contacts")
    ModelAndView sendCode(
            @RequestParam(defaultValue = "") String way,
            @RequestParam(defaultValue = "") String address,
            Locale language,
            Actor.Member member) {
        try {
            confirming.sendCode(way, address, language, member.person());
            return done(Done.CODE_SENT);
        } catch (Refusal.Violation violation) {
            return refused(member.person(), new Typed(way, address), violation);
        }
    }

    @PostMapping("/me/notifications/contacts/confirmation")
    ModelAndView confirm(
            @RequestParam(defaultValue = "") String way,
            @RequestParam(defaultValue = "") String code,
            Actor.Member member) {
        try {
            confirming.confirm(way, code, member.person());
            return done(Done.CONFIRMED);
        } catch (Refusal.Violation violation) {
            return refused(member.person(), new Typed(way, ""), violation);
        }
    }

    @PostMapping("/me/notifications/contacts/removal")
    ModelAndView remove(@RequestParam(defaultValue = "") String way, Actor.Member member) {
        confirming.remove(way, member.person());
        return done(Done.REMOVED);
    }

    @PostMapping("/me/notifications")
    ModelAndView choose(
            @RequestParam(defaultValue = "AT_ONCE") Wish.Rhythm rhythm,
            @RequestParam(defaultValue = "12") int hour,
            @RequestParam(defaultValue = "1") int weekday,
            @RequestParam(defaultValue = "") String quietFrom,
            @RequestParam(defaultValue = "") String quietUntil,
            @RequestParam(defaultValue = "") Set<Notification.Topic> topic,
            @RequestParam(defaultValue = "zh-CN") String language,
            Actor.Member member) {
        var form = new WishForm(rhythm, hour, weekday, quietFrom, quietUntil, topic, language);
        try {
            choosing.choose(form.wish(), member.person());
            return done(Done.CHOSEN);
        } catch (Refusal.Violation violation) {
            var page = page(member.person(), NOTHING, form, Faults.of(violation), Optional.empty());
            page.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
            return page;
        }
    }

    private ModelAndView refused(PersonId person, Typed typed, Refusal.Violation violation) {
        var page = page(person, typed, WishForm.of(wishes.of(person)), Faults.of(violation), Optional.empty());
        page.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        return page;
    }

    private static ModelAndView done(Done done) {
        return LocalAddress.seeOther("/me/notifications?done=" + done);
    }

    private ModelAndView page(PersonId person, Typed typed, WishForm wish, Faults faults, Optional<Done> done) {
        return new ModelAndView("delivery/reach")
                .addObject("reach", pages.of(person))
                .addObject("typed", typed)
                .addObject("wish", wish)
                .addObject("faults", faults)
                .addObject("done", done);
    }
}
