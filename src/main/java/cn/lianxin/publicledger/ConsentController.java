package cn.lianxin.publicledger;

import cn.lianxin.concern.ConcernNumber;
import cn.lianxin.kernel.Actor;
import cn.lianxin.kernel.Refusal;
import cn.lianxin.platform.web.LocalAddress;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** To whoever raised it, and nobody else: whether it may be told of. */
@Controller
@RequestMapping("/concerns/{number}/public-ledger")
class ConsentController {

    private final Consenting consenting;

    ConsentController(Consenting consenting) {
        this.consenting = consenting;
    }

    @GetMapping
    ModelAndView show(@PathVariable String number, Actor actor) {
        var concern = concern(number);
        return new ModelAndView("publicledger/consent")
                .addObject("number", concern.toString())
                .addObject("page", consenting.page(concern, actor));
    }

    @PostMapping("/consent")
    ModelAndView agree(@PathVariable String number, @RequestParam(defaultValue = "") String pictures, Actor actor) {
        consenting.agree(concern(number), pictures.equals("yes"), actor);
        return back(number);
    }

    @PostMapping("/taking-back")
    ModelAndView takeBack(@PathVariable String number, Actor actor) {
        consenting.takeBack(concern(number), actor);
        return back(number);
    }

    private static ModelAndView back(String number) {
        return LocalAddress.seeOther("/concerns/" + concern(number) + "/public-ledger");
    }

    static ConcernNumber concern(String text) {
        return ConcernNumber.parse(text).orElseThrow(Refusal.NotFound::new);
    }
}
