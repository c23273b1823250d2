package cn.lianxin.raising;

import cn.lianxin.concern.Channel;
import cn.lianxin.concern.ConcernKind;
import cn.lianxin.concern.NewConcern;
import cn.lianxin.concern.Reporter;
import cn.lianxin.concern.Uploads;
import cn.lianxin.kernel.Actor;
import cn.lianxin.kernel.PersonId;
import cn.lianxin.kernel.Refusal;
import cn.lianxin.kernel.Role;
import cn.lianxin.kernel.UnitId;
import cn.lianxin.organization.Directory;
import cn.lianxin.organization.PersonCard;
import cn.lianxin.platform.attachment.Attachments;
import cn.lianxin.platform.attachment.StoredAttachment;
import cn.lianxin.platform.text.PlainText;
import cn.lianxin.platform.web.Faults;
import cn.lianxin.promise.Matter;
import cn.lianxin.promise.Matters;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;

/** A clerk writes down what somebody says at the desk, on the telephone, in a letter; the clerk's name stays with it. */
@Controller
class OnBehalfController {

    private final Drafts drafts;
    private final Sending sending;
    private final Attachments attachments;
    private final Matters matters;
    private final Directory directory;

    OnBehalfController(Drafts drafts, Sending sending, Attachments attachments, Matters matters, Directory directory) {
        this.drafts = drafts;
        this.sending = sending;
        this.attachments = attachments;
        this.matters = matters;
        this.directory = directory;
    }

    @GetMapping("/desk/entry")
    ModelAndView form(@RequestParam(defaultValue = "DESK") Channel channel, Actor actor) {
        mustBeClerk(actor);
        return page(drafts.newToken(), Entry.empty(channel), List.of(), Faults.none());
    }

    @PostMapping("/desk/entry")
    ModelAndView enter(
            @RequestParam(defaultValue = "") String token,
            @RequestParam(defaultValue = "DESK") Channel channel,
            @RequestParam(defaultValue = "NAMED") Reporter.Mode mode,
            @RequestParam(defaultValue = "HELP") ConcernKind kind,
            @RequestParam(defaultValue = "") String staffNumber,
            @RequestParam(defaultValue = "0") long unit,
            @RequestParam(defaultValue = "M6") String matter,
            @RequestParam(defaultValue = "") String title,
            @RequestParam(defaultValue = "") String place,
            @RequestParam(defaultValue = "") String text,
            @RequestParam(defaultValue = "false") boolean readBack,
            @RequestParam(defaultValue = "") List<UUID> keep,
            @RequestParam @Nullable List<MultipartFile> files,
            Actor actor) {
        mustBeClerk(actor);
        var entry = new Entry(channel, mode, kind, staffNumber, unit, matter, title, place, text, readBack);
        if (!Drafts.isToken(token)) {
            throw new Refusal.NotFound();
        }
        var sent = sending.sent(token);
        if (sent.isPresent()) {
            return sending.page(sent.get(), actor);
        }
        var uploads = Uploads.of(files, keep, attachments, actor);
        try {
            return sending.page(sending.send(concern(entry, uploads), token, actor), actor);
        } catch (Refusal.Violation violation) {
            var page = page(token, entry, uploads.in(attachments), uploads.faultsWith(violation));
            page.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
            return page;
        }
    }

    private NewConcern concern(Entry entry, Uploads uploads) {
        var speaker = speaker(entry);
        entry.mustBeReadBack();
        return new NewConcern(
                entry.kind(),
                matters.knows(entry.matter()) ? entry.matter() : Matter.UNCLASSIFIED,
                entry.title(),
                entry.text(),
                entry.place(),
                entry.mode(),
                entry.unit() == 0 ? Optional.empty() : Optional.of(new UnitId(entry.unit())),
                speaker,
                entry.channel(),
                uploads.mustBeWhole());
    }

    private Optional<PersonId> speaker(Entry entry) {
        if (entry.mode() == Reporter.Mode.ANONYMOUS) {
            return Optional.empty();
        }
        return Optional.of(directory
                .personByStaffNumber(PlainText.line(entry.staffNumber()))
                .filter(person -> person.leftOn().isEmpty())
                .map(PersonCard::id)
                .orElseThrow(() -> new Refusal.Violation("staffNumber", "reporter-unknown")));
    }

    private ModelAndView page(String token, Entry entry, List<StoredAttachment> files, Faults faults) {
        return new ModelAndView("raising/entry")
                .addObject("token", token)
                .addObject("entry", entry)
                .addObject("files", files)
                .addObject("matters", matters.all())
                .addObject("mines", directory.mines())
                .addObject("faults", faults);
    }

    private static void mustBeClerk(Actor actor) {
        if (!actor.is(Role.DESK_OFFICER)) {
            throw new Refusal.NotFound();
        }
    }
}
