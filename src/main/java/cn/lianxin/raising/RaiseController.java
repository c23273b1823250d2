package cn.lianxin.raising;

import cn.lianxin.concern.Channel;
import cn.lianxin.concern.ConcernKind;
import cn.lianxin.concern.RaisingConcerns;
import cn.lianxin.concern.Reporter;
import cn.lianxin.concern.Uploads;
import cn.lianxin.kernel.Actor;
import cn.lianxin.kernel.Refusal;
import cn.lianxin.kernel.UnitId;
import cn.lianxin.organization.Directory;
import cn.lianxin.platform.attachment.AttachmentAnswers;
import cn.lianxin.platform.attachment.AttachmentId;
import cn.lianxin.platform.attachment.Attachments;
import cn.lianxin.platform.attachment.StoredAttachment;
import cn.lianxin.platform.fairness.CountsAs;
import cn.lianxin.platform.fairness.CountsAs.Cost;
import cn.lianxin.platform.text.PlainText;
import cn.lianxin.platform.web.Faults;
import cn.lianxin.platform.web.LocalAddress;
import cn.lianxin.platform.web.SharedDevice;
import cn.lianxin.promise.Matter;
import cn.lianxin.promise.Matters;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.Resource;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;

/** The three screens: what happened, what it is about, with or without a name. The back key loses nothing. */
@Controller
class RaiseController {

    private static final int SUGGESTIONS = 3;

    private final Drafts drafts;
    private final RaisingConcerns raising;
    private final Sending sending;
    private final Looking looking;
    private final Attachments attachments;
    private final Matters matters;
    private final Directory directory;

    RaiseController(
            Drafts drafts,
            RaisingConcerns raising,
            Sending sending,
            Looking looking,
            Attachments attachments,
            Matters matters,
            Directory directory) {
        this.drafts = drafts;
        this.raising = raising;
        this.sending = sending;
        this.looking = looking;
        this.attachments = attachments;
        this.matters = matters;
        this.directory = directory;
    }

    @GetMapping("/concerns/new")
    ModelAndView begin() {
        return words(Draft.empty(drafts.newToken()), "", Faults.none());
    }

    @GetMapping("/concerns/new/{token}/words")
    ModelAndView words(@PathVariable String token) {
        var draft = draft(token);
        return words(draft, draft.words(), Faults.none());
    }

    @PostMapping("/concerns/new/{token}/words")
    ModelAndView keepWords(
            @PathVariable String token,
            @RequestParam(defaultValue = "") String text,
            @RequestParam(defaultValue = "") List<UUID> keep,
            @RequestParam @Nullable List<MultipartFile> files,
            Actor actor) {
        var draft = draft(token);
        var kept = draft.attachments().stream().filter(keep::contains).toList();
        var uploads = Uploads.of(files, kept, attachments, actor);
        // What was good stays, whatever is wrong with the words or with other files.
        var next = draft.with(draft.words(), uploads.taken());
        drafts.save(next);
        try {
            drafts.save(next.with(raising.mustBeSaid(text, uploads.mustBeWhole()), uploads.taken()));
        } catch (Refusal.Violation violation) {
            return invalid(words(next, text, uploads.faultsWith(violation)));
        }
        return LocalAddress.seeOther("/concerns/new/" + token + "/matter");
    }

    /** A file of the draft, to hear or see it once more before it is sent. */
    @GetMapping("/concerns/new/{token}/attachments/{attachment}")
    ResponseEntity<Resource> attachment(@PathVariable String token, @PathVariable UUID attachment) {
        if (!draft(token).attachments().contains(attachment)) {
            throw new Refusal.NotFound();
        }
        return AttachmentAnswers.answer(attachments.get(new AttachmentId(attachment)));
    }

    @GetMapping("/concerns/new/{token}/matter")
    ModelAndView matter(@PathVariable String token, Actor actor) {
        var draft = draft(token);
        return draft.saysNothing()
                ? LocalAddress.seeOther("/concerns/new/" + token + "/words")
                : matter(draft, actor, Faults.none());
    }

    @PostMapping("/concerns/new/{token}/matter")
    ModelAndView keepMatter(
            @PathVariable String token,
            @RequestParam(defaultValue = "") String matter,
            @RequestParam @Nullable ConcernKind kind,
            @RequestParam(defaultValue = "") String place,
            @RequestParam @Nullable Long unit,
            Actor actor) {
        var draft = draft(token);
        var chosen = matters.knows(matter) ? matter : Matter.UNCLASSIFIED;
        var next = draft.with(
                kind == null ? ConcernKind.usualFor(chosen) : kind,
                chosen,
                PlainText.line(place),
                Optional.ofNullable(unit).map(UnitId::new));
        if (next.unit().isEmpty() && !(actor instanceof Actor.Member)) {
            return invalid(matter(next, actor, Faults.none().add("unit", "unit-required")));
        }
        drafts.save(next);
        var known = looking.at(next, actor);
        return LocalAddress.seeOther("/concerns/new/" + token + (known.isNothing() ? "/name" : "/before"));
    }

    @GetMapping("/concerns/new/{token}/name")
    ModelAndView name(@PathVariable String token, Actor actor) {
        var draft = draft(token);
        return draft.matter().isEmpty()
                ? LocalAddress.seeOther("/concerns/new/" + token + "/words")
                : name(draft, "", actor, Faults.none());
    }

    /** The last step. Sent twice, it files once and shows the same receipt. */
    @PostMapping("/concerns")
    @CountsAs(Cost.FILING)
    ModelAndView send(
            @RequestParam(defaultValue = "") String token,
            @RequestParam Reporter.@Nullable Mode mode,
            @RequestParam(defaultValue = "") String about,
            Actor actor,
            HttpServletRequest request) {
        mustBeToken(token);
        var found = drafts.find(token);
        if (found.isEmpty()) {
            return sending.page(sending.sent(token).orElseThrow(() -> new Refusal.Conflict("draft-gone")), actor);
        }
        var draft = found.get();
        if (mode == null) {
            return invalid(name(draft, about, actor, Faults.none().add("mode", "mode-required")));
        }
        try {
            return sending.page(sending.send(draft.concern(mode, channelOf(request), about), token, actor), actor);
        } catch (Refusal.Violation violation) {
            return invalid(name(draft, about, actor, Faults.of(violation)));
        }
    }

    private static Channel channelOf(HttpServletRequest request) {
        return SharedDevice.is(request) ? Channel.TERMINAL : Channel.PAGE;
    }

    private ModelAndView words(Draft draft, String text, Faults faults) {
        return new ModelAndView("raising/words")
                .addObject("token", draft.token())
                .addObject("text", text)
                .addObject("files", files(draft))
                .addObject("faults", faults);
    }

    private List<StoredAttachment> files(Draft draft) {
        return attachments.of(
                draft.attachments().stream().map(AttachmentId::new).toList());
    }

    private ModelAndView matter(Draft draft, Actor actor, Faults faults) {
        var suggested = matters.suggest(draft.words(), SUGGESTIONS);
        var chosen = draft.matter()
                .orElseGet(() -> Matters.clearest(suggested).map(Matter::code).orElse(""));
        return new ModelAndView("raising/matter")
                .addObject("draft", draft)
                .addObject("chosen", chosen)
                .addObject("kind", draft.kind().orElseGet(() -> ConcernKind.usualFor(chosen)))
                .addObject("suggested", suggested)
                .addObject("areas", Areas.of(matters.all()))
                .addObject("units", actor instanceof Actor.Member ? List.of() : directory.mines())
                .addObject("faults", faults);
    }

    private ModelAndView name(Draft draft, String about, Actor actor, Faults faults) {
        return new ModelAndView("raising/name")
                .addObject("draft", draft)
                .addObject("files", files(draft))
                .addObject("matter", matters.get(draft.matter().orElse(Matter.UNCLASSIFIED)))
                .addObject("known", actor instanceof Actor.Member)
                .addObject("about", about)
                .addObject("faults", faults);
    }

    private Draft draft(String token) {
        mustBeToken(token);
        return drafts.find(token).orElseGet(() -> Draft.empty(token));
    }

    private void mustBeToken(String token) {
        if (!Drafts.isToken(token)) {
            throw new Refusal.NotFound();
        }
        drafts.mustNotBeBuried(token);
    }

    private static ModelAndView invalid(ModelAndView page) {
        page.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        return page;
    }
}
