package cn.lianxin.disclosure;

import cn.lianxin.duty.Duties;
import cn.lianxin.duty.Duty;
import cn.lianxin.kernel.Actor;
import cn.lianxin.kernel.Refusal;
import cn.lianxin.kernel.UnitId;
import cn.lianxin.organization.UnitCard;
import cn.lianxin.platform.attachment.Attachments;
import cn.lianxin.platform.calendar.WorkingCalendar;
import cn.lianxin.platform.web.Faults;
import java.io.IOException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;

/** The pages on which notices are written, and what they bring along. */
@Component
class WritingPages {

    /** What stood in the form. */
    record Typed(String title, String body, String pasted) {}

    private final Writing writing;
    private final Approving approving;
    private final Notices notices;
    private final NoticePages pages;
    private final Keepers keepers;
    private final Duties duties;
    private final Attachments attachments;
    private final Clock clock;

    WritingPages(
            Writing writing,
            Approving approving,
            Notices notices,
            NoticePages pages,
            Keepers keepers,
            Duties duties,
            Attachments attachments,
            Clock clock) {
        this.writing = writing;
        this.approving = approving;
        this.notices = notices;
        this.pages = pages;
        this.keepers = keepers;
        this.duties = duties;
        this.attachments = attachments;
        this.clock = clock;
    }

    ModelAndView beginning(String duty, String period, Optional<UnitId> circle, Faults faults, Actor.Member actor) {
        var units = keepers.unitsOf(actor);
        if (units.isEmpty()) {
            throw new Refusal.NotFound();
        }
        var circles = new LinkedHashMap<UnitId, UnitCard>();
        units.forEach(unit -> duties.circlesOf(unit).forEach(one -> circles.put(one.id(), one)));
        return new ModelAndView("disclosure/beginning")
                .addObject("duties", duties.on(today()))
                .addObject("duty", duty)
                .addObject("period", period)
                .addObject("circles", List.copyOf(circles.values()))
                .addObject("circle", circle)
                .addObject("faults", faults);
    }

    /** What is being written, for who keeps the notice; NotFound for everybody else. */
    ModelAndView draft(long number, Faults faults, Optional<Typed> typed, Actor.Member actor) {
        var notice = kept(number, actor);
        var draft = notice.inWork().orElseThrow(Refusal.NotFound::new);
        var shown = pages.shown(notice, draft, actor);
        return new ModelAndView("disclosure/draft")
                .addObject("shown", shown)
                .addObject(
                        "columns",
                        duties.find(notice.duty(), today()).map(Duty::columns).orElse(List.of()))
                .addObject("typed", typed.orElseGet(() -> new Typed(draft.title(), draft.body(), "")))
                .addObject("approves", approving.mayApprove(notice, actor))
                .addObject(
                        "comparison",
                        notice.current()
                                .filter(_ -> draft.kind() == Version.Kind.CORRECTION)
                                .map(former -> Comparison.of(former, draft)))
                .addObject("faults", faults);
    }

    ModelAndView again(
            long number, Version.Kind kind, String reason, boolean closesEarlier, Faults faults, Actor.Member actor) {
        var notice = pages.seen(number);
        keepers.mustWrite(notice.unit(), actor);
        return new ModelAndView("disclosure/again")
                .addObject("shown", pages.shown(notice, notice.current().orElseThrow(), actor))
                .addObject("kind", kind)
                .addObject("reason", reason)
                .addObject("closesEarlier", closesEarlier)
                .addObject("faults", faults);
    }

    /** Files are taken and tables read before the transaction. Refuses as {@link Writing#save}, and {@code notice-file-table}. */
    void save(
            long number,
            Typed typed,
            Optional<MultipartFile> table,
            boolean withoutTable,
            List<MultipartFile> files,
            Actor.Member actor) {
        var notice = notices.get(number);
        keepers.mustWrite(notice.unit(), actor);
        var brought = Tables.brought(table, typed.pasted(), writing.columns(notice));
        writing.save(
                number,
                new Writing.Typed(typed.title(), typed.body(), brought, withoutTable, taken(files, actor)),
                actor);
    }

    private List<UUID> taken(List<MultipartFile> files, Actor.Member actor) {
        var taken = new ArrayList<UUID>();
        for (var file : files) {
            var name = file.getOriginalFilename();
            if (name == null || name.isEmpty()) {
                continue;
            }
            if (name.toLowerCase(Locale.ROOT).matches(".*\\.(xlsx?|xlsm|csv|tsv|et|txt)")) {
                throw new Refusal.Violation("files", "notice-file-table");
            }
            try (var content = file.getInputStream()) {
                taken.add(attachments.take(content, name, actor).id().value());
            } catch (IOException broken) {
                throw new Refusal.Violation("files", "upload-broken");
            }
        }
        return taken;
    }

    private Notice kept(long number, Actor actor) {
        var notice = notices.get(number);
        if (!keepers.keeps(notice, actor)) {
            throw new Refusal.NotFound();
        }
        return notice;
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), WorkingCalendar.ZONE);
    }
}
