package cn.lianxin.publicledger;

import cn.lianxin.concern.ConcernNumber;
import cn.lianxin.kernel.Actor;
import cn.lianxin.kernel.Refusal;
import cn.lianxin.platform.web.Faults;
import cn.lianxin.platform.web.LocalAddress;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The form in which the desk puts a concern into words for all. */
@Controller
@RequestMapping("/concerns/{number}/public-ledger/proposal")
class ProposalController {

    private final Proposing proposing;

    ProposalController(Proposing proposing) {
        this.proposing = proposing;
    }

    @GetMapping
    ModelAndView begin(@PathVariable String number, Actor actor) {
        var page = proposing.begin(ConsentController.concern(number), actor);
        return page(page, page.wording(), Faults.none());
    }

    @PostMapping
    ModelAndView propose(
            @PathVariable String number,
            @RequestParam(defaultValue = "") String request,
            @RequestParam(defaultValue = "") String reply,
            @RequestParam(defaultValue = "") String keeps,
            @RequestParam(defaultValue = "") String pictures,
            Actor actor) {
        var concern = ConsentController.concern(number);
        var wording = new Wording(request, reply);
        try {
            var proposed = proposing.propose(concern, wording, keeps.equals("yes"), pictures.equals("yes"), actor);
            return LocalAddress.seeOther(
                    proposed.picturing()
                            ? "/concerns/" + concern + "/public-ledger/pictures"
                            : "/public-ledger/waiting/" + proposed.entry());
        } catch (Refusal.Violation violation) {
            return refused(concern, wording, Faults.of(violation), HttpStatus.UNPROCESSABLE_CONTENT, actor);
        } catch (Refusal.Conflict conflict) {
            return refused(concern, wording, Faults.none().add("", conflict.code()), HttpStatus.CONFLICT, actor);
        }
    }

    private ModelAndView refused(
            ConcernNumber concern, Wording wording, Faults faults, HttpStatus status, Actor actor) {
        var page = page(proposing.begin(concern, actor), wording, faults);
        page.setStatus(status);
        return page;
    }

    private static ModelAndView page(Proposing.Page page, Wording wording, Faults faults) {
        return new ModelAndView("publicledger/proposal")
                .addObject("page", page)
                .addObject("wording", wording)
                .addObject("faults", faults);
    }
}
