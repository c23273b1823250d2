package cn.lianxin.disclosure;

import cn.lianxin.kernel.Actor;
import cn.lianxin.kernel.UnitId;
import cn.lianxin.platform.web.Faults;
import java.util.Locale;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** 公开栏: for whoever comes by, signed in or not. */
@Controller
@RequestMapping("/disclosures")
class DisclosuresController {

    private final FrontPages front;
    private final Objecting objecting;
    private final NoticePages pages;

    DisclosuresController(FrontPages front, Objecting objecting, NoticePages pages) {
        this.front = front;
        this.objecting = objecting;
        this.pages = pages;
    }

    @GetMapping
    ModelAndView show(@RequestParam Optional<Long> circle, Locale language, Actor actor) {
        var chinese = language.getLanguage().equals("zh");
        return new ModelAndView("disclosure/front")
                .addObject("front", front.of(circle.map(UnitId::new), chinese, actor));
    }

    @GetMapping("/receipt")
    ModelAndView receipt() {
        return new ModelAndView("disclosure/receipt").addObject("faults", Faults.none());
    }

    /** The number stands in no address, so that no list of visited pages keeps it. */
    @PostMapping("/receipt")
    ModelAndView open(@RequestParam(defaultValue = "") String receipt, Actor actor) {
        var found = objecting.opened(receipt);
        if (found.isEmpty()) {
            var page = new ModelAndView("disclosure/receipt")
                    .addObject("faults", Faults.none().add("receipt", "objection-receipt"));
            page.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
            return page;
        }
        var notice = pages.seen(found.get().notice());
        return new ModelAndView("disclosure/objection")
                .addObject("objection", found.get())
                .addObject("shown", pages.shown(notice, notice.current().orElseThrow(), actor));
    }
}
