package cn.lianxin.disclosure;

import cn.lianxin.kernel.Actor;
import cn.lianxin.kernel.Refusal;
import cn.lianxin.platform.web.Faults;
import cn.lianxin.platform.web.LocalAddress;
import cn.lianxin.platform.web.QrPicture;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/** 提异议, and what is answered. */
@Controller
@RequestMapping("/disclosures/{number:[0-9]{1,18}}/objections")
class ObjectionController {

    private final Objecting objecting;
    private final NoticePages pages;
    private final Keepers keepers;

    ObjectionController(Objecting objecting, NoticePages pages, Keepers keepers) {
        this.objecting = objecting;
        this.pages = pages;
        this.keepers = keepers;
    }

    @GetMapping
    ModelAndView form(@PathVariable long number, Actor actor) {
        return form(number, "", false, UUID.randomUUID().toString(), Faults.none(), HttpStatus.OK, actor);
    }

    @PostMapping
    ModelAndView object(
            @PathVariable long number,
            @RequestParam(defaultValue = "") String words,
            @RequestParam(defaultValue = "false") boolean named,
            @RequestParam(defaultValue = "") String token,
            Actor actor) {
        try {
            var receipt = objecting.object(number, words, named, token, actor);
            if (named) {
                return LocalAddress.seeOther("/disclosures/" + number);
            }
            var address = ServletUriComponentsBuilder.fromCurrentContextPath()
                    .path("/disclosures/receipt")
                    .fragment(receipt.digits())
                    .toUriString();
            return new ModelAndView("disclosure/objected", HttpStatus.CREATED)
                    .addObject("number", number)
                    .addObject("receipt", receipt)
                    .addObject("qr", QrPicture.of(address));
        } catch (Refusal.Violation violation) {
            return form(number, words, named, token, Faults.of(violation), HttpStatus.UNPROCESSABLE_CONTENT, actor);
        } catch (Refusal.Conflict conflict) {
            var faults = Faults.none().add("", conflict.code());
            return form(number, words, named, token, faults, HttpStatus.CONFLICT, actor);
        }
    }

    @PostMapping("/{objection:[0-9]{1,18}}/reply")
    ModelAndView reply(
            @PathVariable long number,
            @PathVariable long objection,
            @RequestParam Reply.Outcome outcome,
            @RequestParam(defaultValue = "") String reasons,
            Actor.Member actor) {
        try {
            objecting.reply(number, objection, outcome, reasons, actor);
        } catch (Refusal.Violation violation) {
            return refused(number, Faults.of(violation), HttpStatus.UNPROCESSABLE_CONTENT, reasons, actor);
        } catch (Refusal.Conflict conflict) {
            return refused(number, Faults.none().add("", conflict.code()), HttpStatus.CONFLICT, reasons, actor);
        }
        return LocalAddress.seeOther("/disclosures/" + number);
    }

    private ModelAndView refused(long number, Faults faults, HttpStatusCode status, String typed, Actor actor) {
        var page = pages.page(number, faults, typed, actor);
        page.setStatus(status);
        return page;
    }

    private ModelAndView form(
            long number, String words, boolean named, String token, Faults faults, HttpStatusCode status, Actor actor) {
        var shown = pages.standing(number, actor);
        var page = new ModelAndView("disclosure/objecting")
                .addObject("shown", shown)
                .addObject("belongs", keepers.belongs(shown.notice().circle(), actor))
                .addObject("words", words)
                .addObject("named", named)
                .addObject("token", token)
                .addObject("faults", faults);
        page.setStatus(status);
        return page;
    }
}
