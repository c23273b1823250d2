package cn.lianxin.disclosure;

import cn.lianxin.duty.Duties;
import cn.lianxin.duty.Duty;
import cn.lianxin.kernel.Actor;
import cn.lianxin.kernel.PersonId;
import cn.lianxin.kernel.Refusal;
import cn.lianxin.organization.Directory;
import cn.lianxin.platform.attachment.AttachmentId;
import cn.lianxin.platform.attachment.Attachments;
import cn.lianxin.platform.attachment.StoredAttachment;
import cn.lianxin.platform.web.Faults;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;

/** Makes the page of one notice for whoever asks; what he may not read is not in it. */
@Component
class NoticePages {

    private static final int LEAST_COUNTED = 5;
    private static final int MOST_UNREAD = 500;

    /**
     * A notice around one of its versions.
     *
     * @param words of whoever objected are there for who keeps it, and for himself
     */
    record Shown(
            Notice notice,
            Version version,
            Duty duty,
            String unit,
            String circle,
            Map<PersonId, String> names,
            List<Objection> objections,
            List<StoredAttachment> files,
            boolean keeps,
            boolean writes,
            boolean mayObject,
            Optional<PersonId> reader) {

        String address() {
            return "/disclosures/" + notice.number();
        }

        boolean isCurrent() {
            return notice.current().filter(version::equals).isPresent();
        }

        boolean showsWords(Objection objection) {
            return keeps || objection.person().isPresent() && objection.person().equals(reader);
        }

        String nameOf(PersonId person) {
            return names.getOrDefault(person, "");
        }
    }

    /**
     * Who has read it.
     *
     * @param readers empty below five, so that nobody is found out
     * @param unread by name, only for who keeps the notice and only where the list of duties says so
     */
    record Acknowledged(boolean own, boolean asked, Optional<Integer> readers, long people, List<String> unread) {}

    private final Notices notices;
    private final Objections objections;
    private final Keepers keepers;
    private final Duties duties;
    private final Directory directory;
    private final Attachments attachments;
    private final Clock clock;

    NoticePages(
            Notices notices,
            Objections objections,
            Keepers keepers,
            Duties duties,
            Directory directory,
            Attachments attachments,
            Clock clock) {
        this.notices = notices;
        this.objections = objections;
        this.keepers = keepers;
        this.duties = duties;
        this.directory = directory;
        this.attachments = attachments;
        this.clock = clock;
    }

    ModelAndView page(long number, Faults faults, String typed, Actor actor) {
        var notice = seen(number);
        var version = notice.current().orElseThrow();
        var shown = shown(notice, version, actor);
        if (!notice.stands()) {
            var page = new ModelAndView("disclosure/gone")
                    .addObject("shown", shown)
                    .addObject("faults", faults);
            page.setStatus(HttpStatus.GONE);
            return page;
        }
        return new ModelAndView("disclosure/notice")
                .addObject("shown", shown)
                .addObject("acknowledged", acknowledged(shown, actor))
                .addObject("typed", typed)
                .addObject("faults", faults);
    }

    /** Anything that became public once; NotFound for what never did. */
    Notice seen(long number) {
        var notice = notices.get(number);
        if (notice.current().isEmpty()) {
            throw new Refusal.NotFound();
        }
        return notice;
    }

    /** A version that this reader may read; gone or never there is the same here. */
    Shown version(long number, int place, Actor actor) {
        var notice = seen(number);
        return readable(notice, actor).stream()
                .filter(version -> version.place() == place)
                .findFirst()
                .map(version -> shown(notice, version, actor))
                .orElseThrow(Refusal.NotFound::new);
    }

    /** What stands; NotFound for what is over. */
    Shown standing(long number, Actor actor) {
        var notice = seen(number);
        if (!notice.stands()) {
            throw new Refusal.NotFound();
        }
        return shown(notice, notice.current().orElseThrow(), actor);
    }

    List<Version> readable(Notice notice, Actor actor) {
        return keepers.keeps(notice, actor) ? notice.unclosed() : notice.readable();
    }

    /** Who keeps the notice also gets the files of what is being written. */
    void mustShowFile(long number, UUID file, Actor actor) {
        var notice = notices.get(number);
        var work = keepers.keeps(notice, actor) ? notice.inWork() : Optional.<Version>empty();
        if (Stream.concat(readable(notice, actor).stream(), work.stream())
                .noneMatch(version -> version.files().contains(file))) {
            throw new Refusal.NotFound();
        }
    }

    Shown shown(Notice notice, Version version, Actor actor) {
        var said = objections.to(notice.number());
        var keeps = keepers.keeps(notice, actor);
        var people = Stream.of(
                        said.stream().flatMap(one -> one.reply().stream()).map(Reply::by),
                        keeps ? said.stream().flatMap(one -> one.person().stream()) : Stream.<PersonId>empty(),
                        version.approvedBy().stream(),
                        Stream.of(version.draftedBy()))
                .flatMap(one -> one)
                .distinct()
                .toList();
        return new Shown(
                notice,
                version,
                duties.wording(notice.duty(), version.dutyPlace()).orElseThrow(),
                directory.pathName(notice.unit()),
                directory.unit(notice.circle()).name(),
                directory.personNames(people),
                said,
                attachments.of(version.files().stream().map(AttachmentId::new).toList()),
                keeps,
                keepers.writes(notice.unit(), actor),
                notice.stands() && version.takesObjections(clock.instant()),
                actor instanceof Actor.Member member ? Optional.of(member.person()) : Optional.empty());
    }

    private Acknowledged acknowledged(Shown shown, Actor actor) {
        var notice = shown.notice();
        var place = shown.version().place();
        if (!shown.duty().terms().acknowledged()) {
            return new Acknowledged(false, false, Optional.empty(), 0, List.of());
        }
        var readers = objections.readers(notice.number(), place);
        var own = actor instanceof Actor.Member member && objections.hasRead(notice.number(), place, member.person());
        return new Acknowledged(
                own,
                keepers.belongs(notice.circle(), actor) && !own,
                Optional.of(readers).filter(many -> many >= LEAST_COUNTED),
                directory.headcounts(List.of(notice.circle())).getOrDefault(notice.circle(), 0L),
                shown.writes() && shown.duty().terms().unreadTold()
                        ? objections.unread(notice, place, MOST_UNREAD)
                        : List.of());
    }
}
