package cn.lianxin.newsroom;

import cn.lianxin.kernel.Actor;
import cn.lianxin.kernel.Refusal;
import cn.lianxin.platform.attachment.AttachmentAnswers;
import cn.lianxin.platform.attachment.AttachmentId;
import cn.lianxin.platform.attachment.Attachments;
import cn.lianxin.platform.web.Faults;
import cn.lianxin.platform.web.LocalAddress;
import cn.lianxin.platform.web.Screen;
import cn.lianxin.reprint.PermittedSources;
import cn.lianxin.textcheck.Answers;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.core.io.Resource;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Writing: one's own pieces, and the form in which a text grows; whatever is sent to it is kept first. */
@Controller
@RequestMapping("/newsroom")
class SubmissionController {

    private static final String NUMBER = "[0-9]{1,18}";

    private final ArticleLists lists;
    private final Drafts drafts;
    private final DraftForm form;
    private final SubmittingArticles submitting;
    private final SavingDrafts saving;
    private final Channels channels;
    private final Attachments attachments;
    private final CheckingTexts checking;
    private final PermittedSources sources;
    private final Clock clock;

    SubmissionController(
            ArticleLists lists,
            Drafts drafts,
            DraftForm form,
            SubmittingArticles submitting,
            SavingDrafts saving,
            Channels channels,
            Attachments attachments,
            CheckingTexts checking,
            PermittedSources sources,
            Clock clock) {
        this.lists = lists;
        this.drafts = drafts;
        this.form = form;
        this.submitting = submitting;
        this.saving = saving;
        this.channels = channels;
        this.attachments = attachments;
        this.checking = checking;
        this.sources = sources;
        this.clock = clock;
    }

    @GetMapping("/submissions")
    ModelAndView own(@RequestParam(defaultValue = "") String after, Actor actor) {
        var member = member(actor);
        return new ModelAndView("newsroom/submissions")
                .addObject("page", lists.own(member.person(), after))
                .addObject("drafts", drafts.ofNewTexts(member.person()));
    }

    @GetMapping("/submissions/new")
    ModelAndView begin(@RequestParam(defaultValue = "") String channel, Actor actor) {
        var member = member(actor);
        return page(Draft.empty(member.person(), channel, member.name()), Faults.none(), false, HttpStatus.OK);
    }

    @PostMapping("/submissions")
    ModelAndView create(HttpServletRequest request, Actor actor) {
        var member = member(actor);
        return come(Draft.empty(member.person(), "", member.name()), request, member);
    }

    @GetMapping("/drafts/{draft:" + NUMBER + "}")
    ModelAndView show(@PathVariable long draft, @RequestParam(defaultValue = "") String merged, Actor actor) {
        return page(drafts.get(draft, member(actor).person()), Faults.none(), false, HttpStatus.OK)
                .addObject("merged", !merged.isEmpty());
    }

    @PostMapping("/drafts/{draft:" + NUMBER + "}")
    ModelAndView save(@PathVariable long draft, HttpServletRequest request, Actor actor) {
        var member = member(actor);
        var opened = Opened.read(request.getParameter("was")).map(was -> was.as(member.person()));
        var kept = drafts.find(draft, member.person());
        if (kept.isEmpty()) {
            return gone(opened.orElseThrow(Refusal.NotFound::new), request, member);
        }
        var before = opened.filter(
                        was -> was.id() == draft && was.version() != kept.get().version())
                .orElse(kept.get());
        return come(before, request, member);
    }

    @PostMapping("/drafts/{draft:" + NUMBER + "}/removal")
    ModelAndView remove(@PathVariable long draft, Actor actor) {
        drafts.remove(drafts.get(draft, member(actor).person()));
        return LocalAddress.seeOther("/newsroom/submissions");
    }

    @GetMapping("/drafts/{draft:" + NUMBER + "}/pictures/{place:[0-9]{1,2}}")
    ResponseEntity<Resource> picture(@PathVariable long draft, @PathVariable int place, Actor actor) {
        var pictures = drafts.get(draft, member(actor).person()).pictures();
        if (place < 1 || place > pictures.size()) {
            throw new Refusal.NotFound();
        }
        return AttachmentAnswers.answer(
                attachments.preview(new AttachmentId(pictures.get(place - 1).attachment())));
    }

    /** The next text of what is there already. */
    @PostMapping("/articles/{article:" + NUMBER + "}/draft")
    ModelAndView continued(@PathVariable long article, Actor actor) {
        return LocalAddress.seeOther(
                "/newsroom/drafts/" + submitting.draftOf(article, member(actor)).id());
    }

    private ModelAndView come(Draft before, HttpServletRequest request, Actor.Member member) {
        var read = form.read(before, request, member);
        var saved = saving.save(before, read.draft(), member);
        var draft = saved.draft();
        if (!saved.clashes().isEmpty()) {
            return clashing(saved, read.faults().add("", "news-both-changed"), request);
        }
        if (read.faults().any()) {
            return page(draft, read.faults(), consented(request), HttpStatus.UNPROCESSABLE_CONTENT);
        }
        var settling = Settling.of(request);
        if (settling.pressed() && !settling.left(draft).isEmpty()) {
            return page(draft, Faults.none().add("", "news-both-changed"), consented(request), HttpStatus.CONFLICT)
                    .addObject("choices", settling.left(draft));
        }
        if (!"send".equals(request.getParameter("deed"))) {
            return LocalAddress.seeOther("/newsroom/drafts/" + draft.id() + (saved.elsewhere() ? "?merged=yes" : ""));
        }
        if (saved.elsewhere()) {
            return clashing(saved, Faults.none().add("", "news-merged"), request);
        }
        if (draft.article().isEmpty() && !consented(request)) {
            return page(draft, Faults.none().add("consent", "news-consent"), false, HttpStatus.UNPROCESSABLE_CONTENT);
        }
        try {
            return LocalAddress.seeOther("/newsroom/articles/" + submitting.send(draft, Answers.of(request), member));
        } catch (Refusal.Violation violation) {
            return page(draft, Faults.of(violation), consented(request), HttpStatus.UNPROCESSABLE_CONTENT)
                    .addObject("found", checking.look(draft))
                    .addObject("answers", Answers.of(request));
        } catch (Refusal.Conflict conflict) {
            return page(draft, Faults.none().add("", conflict.code()), consented(request), HttpStatus.CONFLICT);
        }
    }

    /** It was handed in or thrown away on another page: what is typed here goes on as the next text, or as a new one. */
    private ModelAndView gone(Draft opened, HttpServletRequest request, Actor.Member member) {
        var again = opened.article().flatMap(article -> again(article, member));
        if (again.isPresent()) {
            var typed = form.read(opened, request, member);
            var saved = saving.save(opened, typed.draft().as(again.get()), member);
            return clashing(saved, typed.faults().add("", "news-draft-gone-on"), request);
        }
        var typed = form.read(Draft.empty(member.person(), opened.channel(), member.name()), request, member);
        return page(
                drafts.save(typed.draft()),
                typed.faults().add("", "news-draft-gone"),
                consented(request),
                HttpStatus.CONFLICT);
    }

    private Optional<Draft> again(long article, Actor.Member member) {
        try {
            return Optional.of(submitting.draftOf(article, member));
        } catch (Refusal notAny) {
            return Optional.empty();
        }
    }

    private ModelAndView clashing(SavingDrafts.Saved saved, Faults faults, HttpServletRequest request) {
        return page(saved.draft(), faults, consented(request), HttpStatus.CONFLICT)
                .addObject("choices", Settling.choices(saved.draft(), saved.clashes()));
    }

    private ModelAndView page(Draft draft, Faults faults, boolean consented, HttpStatus status) {
        var page = new ModelAndView("newsroom/write")
                .addObject("draft", draft)
                .addObject("was", Opened.written(draft))
                .addObject("choices", Settling.choices(draft, List.of()))
                .addObject("merged", false)
                .addObject(
                        "channels",
                        channels.all().stream().filter(Channel::taking).toList())
                .addObject("consented", consented)
                .addObject("sources", sources.on(LocalDate.ofInstant(clock.instant(), Screen.ZONE)))
                .addObject("found", List.of())
                .addObject("answers", Answers.NONE)
                .addObject("faults", faults);
        page.setStatus(status);
        return page;
    }

    private static boolean consented(HttpServletRequest request) {
        return Optional.ofNullable(request.getParameter("consent")).isPresent();
    }

    static Actor.Member member(Actor actor) {
        if (actor instanceof Actor.Member member) {
            return member;
        }
        throw new Refusal.NotFound();
    }
}
