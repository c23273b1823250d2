package cn.lianxin.disclosure;

import cn.lianxin.kernel.Refusal;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** How long a notice runs and whether somebody still waits for a reply, for rooms that wait for its end. */
@Component
public class NoticePeriods {

    /**
     * One notice that was published.
     *
     * @param endsAt when its time is over; it may end later, for somebody waits for a reply
     * @param withdrawn it did not run to its end
     * @param openObjections that nobody has replied to
     * @param upheld objections that were found right, whole or in part
     * @param unnamed those of the asked names that do not stand in it
     */
    public record Period(
            long number,
            String title,
            Instant publishedAt,
            Optional<Instant> endsAt,
            Optional<Instant> endedAt,
            boolean withdrawn,
            long openObjections,
            long upheld,
            List<String> unnamed) {

        public boolean ran() {
            return endedAt.isPresent() && !withdrawn;
        }
    }

    private final Notices notices;
    private final Objections objections;
    private final Clock clock;

    NoticePeriods(Notices notices, Objections objections, Clock clock) {
        this.notices = notices;
        this.objections = objections;
        this.clock = clock;
    }

    /** Empty where there is none of this number, or it was never published. */
    public Optional<Period> find(long number, Collection<String> names) {
        try {
            return period(notices.get(number), names);
        } catch (Refusal.NotFound none) {
            return Optional.empty();
        }
    }

    private Optional<Period> period(Notice notice, Collection<String> names) {
        var said = notice.versions().reversed().stream()
                .filter(version -> version.isPublic() && version.kind() != Version.Kind.WITHDRAWAL)
                .findFirst();
        return said.map(version -> {
            var words = version.title() + "\n" + version.body() + "\n"
                    + version.table().written();
            var raised = objections.to(notice.number());
            return new Period(
                    notice.number(),
                    version.title(),
                    version.publishedAt().orElseGet(clock::instant),
                    version.staysUntil(),
                    notice.endedAt(),
                    notice.isWithdrawn(),
                    raised.stream().filter(one -> one.reply().isEmpty()).count(),
                    raised.stream()
                            .flatMap(one -> one.reply().stream())
                            .filter(reply -> reply.outcome() != Reply.Outcome.NOT_UPHELD)
                            .count(),
                    names.stream().filter(name -> !words.contains(name)).toList());
        });
    }
}
