package cn.lianxin.disclosure;

import cn.lianxin.kernel.Refusal;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
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
     * @param unnamed those of the asked names that stand neither in its words nor in its table
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
    private final JdbcClient database;
    private final Clock clock;

    NoticePeriods(Notices notices, Objections objections, JdbcClient database, Clock clock) {
        this.notices = notices;
        this.objections = objections;
        this.database = database;
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

    /** Refuses {@code text-id} and the like: what a room says in public beside a notice reveals as little as the notice. */
    public static void mustRevealNothing(String words, String field) {
        Revealed.mustNotBeIn(words, field);
    }

    /** By the same function that the database refuses by. */
    private List<String> unnamed(long number, Collection<String> names) {
        return database.sql("select name from disclosure.unnamed(:number, cast(:names as text[])) as name")
                .param("number", number)
                .param("names", names.toArray(String[]::new))
                .query((row, _) -> row.getString("name"))
                .list();
    }

    private Optional<Period> period(Notice notice, Collection<String> names) {
        var said = notice.versions().reversed().stream()
                .filter(version -> version.isPublic() && version.kind() != Version.Kind.WITHDRAWAL)
                .findFirst();
        return said.map(version -> {
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
                    unnamed(notice.number(), names));
        });
    }
}
