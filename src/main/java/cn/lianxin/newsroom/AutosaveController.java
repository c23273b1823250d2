package cn.lianxin.newsroom;

import cn.lianxin.kernel.Actor;
import cn.lianxin.kernel.Refusal;
import cn.lianxin.platform.web.Screen;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.format.DateTimeFormatter;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.ResponseBody;

/** What the page of writing keeps by itself while somebody types: the same fields as its form, without files. */
@Controller
class AutosaveController {

    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("HH:mm");

    /**
     * @param state saved, or elsewhere where another page has saved it since: then the form itself puts both together
     * @param was what the form has to bring along from now on
     * @param at as people say it
     */
    record Kept(String state, long draft, String was, String at) {
        static final Kept ELSEWHERE = new Kept("elsewhere", 0, "", "");
    }

    private final Drafts drafts;
    private final DraftForm form;
    private final SavingDrafts saving;
    private final Clock clock;

    AutosaveController(Drafts drafts, DraftForm form, SavingDrafts saving, Clock clock) {
        this.drafts = drafts;
        this.form = form;
        this.saving = saving;
        this.clock = clock;
    }

    @PostMapping("/newsroom/submissions/autosave")
    @ResponseBody
    Kept begin(HttpServletRequest request, Actor actor) {
        var member = SubmissionController.member(actor);
        return keep(Draft.empty(member.person(), "", member.name()), request, member);
    }

    @PostMapping("/newsroom/drafts/{draft:[0-9]{1,18}}/autosave")
    @ResponseBody
    Kept goOn(@PathVariable long draft, HttpServletRequest request, Actor actor) {
        var member = SubmissionController.member(actor);
        return keep(drafts.get(draft, member.person()), request, member);
    }

    private Kept keep(Draft before, HttpServletRequest request, Actor.Member member) {
        var opened = Opened.read(request.getParameter("was"));
        if (opened.isEmpty() || opened.get().version() != before.version()) {
            return Kept.ELSEWHERE;
        }
        try {
            var kept = saving.keep(form.read(before, request, member).draft(), member);
            var at = MINUTE.format(clock.instant().atZone(Screen.ZONE));
            return new Kept("saved", kept.id(), Opened.written(kept), at);
        } catch (Refusal.Conflict elsewhere) {
            return Kept.ELSEWHERE;
        }
    }
}
