package cn.lianxin.raising;

import cn.lianxin.concern.Channel;
import cn.lianxin.concern.ConcernNumber;
import cn.lianxin.concern.JoiningConcerns;
import cn.lianxin.concern.Raised;
import cn.lianxin.concern.Reporter;
import cn.lianxin.kernel.Actor;
import cn.lianxin.kernel.Refusal;
import cn.lianxin.platform.fairness.CountsAs;
import cn.lianxin.platform.fairness.CountsAs.Cost;
import cn.lianxin.platform.web.LocalAddress;
import cn.lianxin.platform.web.SharedDevice;
import jakarta.servlet.http.HttpServletRequest;
import java.util.function.Function;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The one page between what it is about and the name, where something is known already; everybody else never meets it. */
@Controller
@RequestMapping("/concerns/new/{token}")
class BeforeController {

    private final Drafts drafts;
    private final Looking looking;
    private final Sending sending;
    private final JoiningConcerns joining;

    BeforeController(Drafts drafts, Looking looking, Sending sending, JoiningConcerns joining) {
        this.drafts = drafts;
        this.looking = looking;
        this.sending = sending;
        this.joining = joining;
    }

    @GetMapping("/before")
    ModelAndView show(@PathVariable String token, Actor actor) {
        var draft = draft(token);
        if (draft.matter().isEmpty() || draft.saysNothing()) {
            return LocalAddress.seeOther("/concerns/new/" + token + "/words");
        }
        var known = looking.at(draft, actor);
        return known.isNothing()
                ? LocalAddress.seeOther("/concerns/new/" + token + "/name")
                : new ModelAndView("raising/before").addObject("draft", draft).addObject("known", known);
    }

    /** Whether he is sure, for what he wrote is gone afterwards. */
    @GetMapping("/answered/{question:[0-9]{1,18}}")
    ModelAndView askWhetherAnswered(@PathVariable String token, @PathVariable long question) {
        var draft = draft(token);
        return draft.saysNothing()
                ? LocalAddress.seeOther("/concerns/new/" + token + "/words")
                : new ModelAndView("raising/answered")
                        .addObject("draft", draft)
                        .addObject("answered", looking.question(question).orElseThrow(Refusal.NotFound::new));
    }

    /** Lets the draft go; nothing was filed. */
    @PostMapping("/answered/{question:[0-9]{1,18}}")
    ModelAndView letGo(@PathVariable String token, @PathVariable long question, Actor actor) {
        if (!draft(token).saysNothing()) {
            looking.answers(question, actor, token);
            drafts.forget(token);
        }
        return new ModelAndView("raising/let-go");
    }

    /** 我也遇到: files his own words under his name, as others did theirs. Sent twice, it files once. */
    @PostMapping("/joining")
    @CountsAs(Cost.FILING)
    ModelAndView join(@PathVariable String token, Actor actor, HttpServletRequest request) {
        return sending.page(
                unlessSent(token, draft -> {
                    var channel = SharedDevice.is(request) ? Channel.TERMINAL : Channel.PAGE;
                    var others = looking.at(draft, actor).others();
                    return sending.join(draft.concern(Reporter.Mode.NAMED, channel, ""), others, token, actor);
                }),
                actor);
    }

    /** Adds his words to what he raised before, instead of raising it twice. */
    @PostMapping("/continuation")
    ModelAndView goOn(@PathVariable String token, @RequestParam(defaultValue = "") String number, Actor actor) {
        var concern = ConcernNumber.parse(number).orElseThrow(Refusal.NotFound::new);
        var draft = draft(token);
        if (!draft.saysNothing()) {
            sending.goOn(concern, draft, actor);
        }
        return LocalAddress.seeOther("/concerns/" + concern);
    }

    private Raised unlessSent(String token, Function<Draft, Raised> send) {
        var draft = draft(token);
        return draft.saysNothing()
                ? sending.sent(token).orElseThrow(() -> new Refusal.Conflict("draft-gone"))
                : send.apply(draft);
    }

    private Draft draft(String token) {
        if (!Drafts.isToken(token)) {
            throw new Refusal.NotFound();
        }
        drafts.mustNotBeBuried(token);
        return drafts.find(token).orElseGet(() -> Draft.empty(token));
    }
}
