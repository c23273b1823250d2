package cn.lianxin.exemplar;

import cn.lianxin.disclosure.NoticePeriods;
import cn.lianxin.disclosure.NoticePeriods.Period;
import cn.lianxin.newsroom.ArticleWatch;
import cn.lianxin.newsroom.WatchedArticles;
import cn.lianxin.platform.calendar.WorkingCalendar;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** What is still missing before an article about exemplars comes out, and that it is held until nothing is. */
@Component
class Holding implements ArticleWatch {

    static final String ROOM = "exemplar";

    private final Exemplars exemplars;
    private final NoticePeriods periods;
    private final WatchedArticles articles;

    Holding(Exemplars exemplars, NoticePeriods periods, WatchedArticles articles) {
        this.exemplars = exemplars;
        this.periods = periods;
        this.articles = articles;
    }

    @Override
    public Optional<Part> part(long article) {
        var found = exemplars.find(article).filter(one -> !one.subjects().isEmpty());
        var missing = found.map(this::missing).orElse(List.of());
        var state = found.isEmpty() ? "exemplar.part.none" : missing.isEmpty() ? "exemplar.free" : "exemplar.missing";
        return Optional.of(new Part(
                "exemplar.part", "/exemplars/" + article + "/keeping", new Sentence(state, List.of()), missing));
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public List<Sentence> atPublication(long article) {
        settle(article);
        return exemplars.find(article).map(this::missing).orElse(List.of());
    }

    /** Holds it or lets go of it, as things stand; whether it was let go of just now. */
    @Transactional(propagation = Propagation.MANDATORY)
    boolean settle(long article) {
        articles.lock(article);
        var found = exemplars.find(article);
        if (found.isEmpty()) {
            return false;
        }
        var free = missing(found.get()).isEmpty();
        if (free == found.get().free()) {
            return false;
        }
        exemplars.free(article, free);
        if (free) {
            articles.letGo(article, ROOM);
        } else {
            articles.hold(article, ROOM);
        }
        return free;
    }

    /** In the order in which somebody would see to it. */
    List<Sentence> missing(Exemplar exemplar) {
        if (exemplar.subjects().isEmpty()) {
            return List.of();
        }
        var missing = new ArrayList<Sentence>();
        for (var one : exemplar.subjects()) {
            if (one.hasWithdrawn()) {
                missing.add(new Sentence("exemplar.missing.withdrawn", List.of(one.name())));
            } else if (!one.consents()) {
                missing.add(new Sentence("exemplar.missing.consent", List.of(one.name())));
            }
        }
        period(exemplar)
                .ifPresentOrElse(
                        period -> missing.addAll(unfinished(period, exemplar.decided())),
                        () -> missing.add(new Sentence("exemplar.missing.notice", List.of())));
        return missing;
    }

    /** An objection was found right, and neither was it decided what follows nor was the notice withdrawn. */
    boolean waitsForDecision(Exemplar exemplar) {
        return period(exemplar)
                .filter(period -> !period.withdrawn() && period.upheld() > exemplar.decided())
                .isPresent();
    }

    Optional<Period> period(Exemplar exemplar) {
        return exemplar.notice().flatMap(number -> periods.find(number, exemplar.names()));
    }

    private static List<Sentence> unfinished(Period period, long decided) {
        var number = Long.toString(period.number());
        if (period.withdrawn()) {
            return List.of(new Sentence("exemplar.missing.notice-withdrawn", List.of(number)));
        }
        var missing = new ArrayList<Sentence>();
        for (var name : period.unnamed()) {
            missing.add(new Sentence("exemplar.missing.unnamed", List.of(number, name)));
        }
        if (period.openObjections() > 0) {
            missing.add(new Sentence(
                    "exemplar.missing.objections", List.of(number, Long.toString(period.openObjections()))));
        }
        if (period.upheld() > decided) {
            missing.add(new Sentence("exemplar.missing.upheld", List.of(number, Long.toString(period.upheld()))));
        }
        if (period.endedAt().isEmpty()) {
            missing.add(period.endsAt()
                    .map(until -> new Sentence(
                            "exemplar.missing.runs",
                            List.of(
                                    number,
                                    LocalDate.ofInstant(until.minusSeconds(1), WorkingCalendar.ZONE)
                                            .toString())))
                    .orElseGet(() -> new Sentence("exemplar.missing.runs-on", List.of(number))));
        }
        return missing;
    }
}
