package cn.lianxin.safeguard;

import cn.lianxin.concern.CaseFile;
import cn.lianxin.concern.ConcernNumber;
import cn.lianxin.concern.HearingConcerns;
import cn.lianxin.concern.HearingConcerns.Heard;
import cn.lianxin.kernel.Actor;
import cn.lianxin.kernel.Refusal;
import cn.lianxin.organization.Today;
import cn.lianxin.platform.text.PlainText;
import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Who is accused is told of what, may reply, and his reply is kept beside the case; never who has spoken. */
@Component
class HearingAccused {

    /** One who is named, and what he was told and replied. */
    record Accused(CaseFile.About who, List<Hearing> heard) {

        public boolean told() {
            return !heard.isEmpty();
        }
    }

    /** @param records whether this reader is one of those who investigate */
    record Page(List<Accused> accused, boolean mine, boolean records) {}

    private final HearingConcerns concerns;
    private final Hearings hearings;
    private final PassingOn passingOn;
    private final Today today;
    private final Clock clock;

    HearingAccused(HearingConcerns concerns, Hearings hearings, PassingOn passingOn, Today today, Clock clock) {
        this.concerns = concerns;
        this.hearings = hearings;
        this.passingOn = passingOn;
        this.today = today;
        this.clock = clock;
    }

    /** NotFound where nobody is named, and where the concern is not his to see. */
    @Transactional
    public Page page(ConcernNumber number, Actor actor) {
        var concern = concerns.open(number, actor);
        if (concern.named().isEmpty()) {
            throw new Refusal.NotFound();
        }
        var all = hearings.of(concern.id());
        return new Page(
                concern.named().stream()
                        .map(who -> new Accused(
                                who,
                                all.stream()
                                        .filter(one -> one.named().equals(who.key()))
                                        .toList()))
                        .toList(),
                concern.mine(),
                concern.records());
    }

    /** Refuses {@code hearing-who}, {@code hearing-kind}, {@code hearing-day}, and a reply without words or before he was told. */
    @Transactional
    public void record(
            ConcernNumber number, Optional<HearingKind> what, String named, String day, String said, Actor actor) {
        var concern = concerns.open(number, actor);
        if (!concern.records() || !(actor instanceof Actor.Member member)) {
            throw new Refusal.NotAllowed("not-yours");
        }
        mustBeNamed(concern, named);
        var kind = what.orElseThrow(() -> new Refusal.Violation("kind", "hearing-kind"));
        var on = day(day);
        var words = PlainText.block(said).strip();
        var length = PlainText.lengthOf(words);
        if (length > SpeakingUp.LONGEST_WORDS || kind == HearingKind.REPLIED && length == 0) {
            throw new Refusal.Violation("words", "safeguard-words", SpeakingUp.LONGEST_WORDS);
        }
        if (kind == HearingKind.REPLIED && !hearings.heard(concern.id()).contains(named)) {
            throw new Refusal.Conflict("hearing-not-told");
        }
        hearings.add(
                concern.id(),
                new Hearing(named, kind, on, words, ""),
                member,
                passingOn.post(member.person()),
                clock.instant());
    }

    private static void mustBeNamed(Heard concern, String named) {
        if (concern.named().stream().noneMatch(who -> who.key().equals(named))) {
            throw new Refusal.Conflict("hearing-who");
        }
    }

    private LocalDate day(String day) {
        try {
            var on = day.isBlank() ? today.date() : LocalDate.parse(day.strip());
            today.refuseLater("day", on);
            return on;
        } catch (DateTimeParseException unclear) {
            throw new Refusal.Violation("day", "hearing-day");
        }
    }
}
