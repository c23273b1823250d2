package cn.lianxin.exemplar;

import cn.lianxin.disclosure.NoticePeriods;
import cn.lianxin.exemplar.Exemplar.Subject;
import cn.lianxin.kernel.Actor;
import cn.lianxin.kernel.Refusal;
import cn.lianxin.newsroom.WatchedArticles;
import cn.lianxin.newsroom.WatchedArticles.Piece;
import cn.lianxin.organization.Directory;
import cn.lianxin.organization.PersonCard;
import cn.lianxin.platform.audit.AuditTrail;
import cn.lianxin.platform.calendar.WorkingCalendar;
import cn.lianxin.platform.text.PlainText;
import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What editors write down of an article about exemplars: who is held up, what was signed on paper, and which notice runs. */
@Component
class NamingExemplars {

    static final int LONGEST_NAME = 40;
    private static final int MOST = 30;

    private final Exemplars exemplars;
    private final WatchedArticles articles;
    private final NoticePeriods periods;
    private final Holding holding;
    private final TellingExemplars telling;
    private final Directory directory;
    private final AuditTrail audit;
    private final Clock clock;

    NamingExemplars(
            Exemplars exemplars,
            WatchedArticles articles,
            NoticePeriods periods,
            Holding holding,
            TellingExemplars telling,
            Directory directory,
            AuditTrail audit,
            Clock clock) {
        this.exemplars = exemplars;
        this.articles = articles;
        this.periods = periods;
        this.holding = holding;
        this.telling = telling;
        this.directory = directory;
        this.audit = audit;
        this.clock = clock;
    }

    NamingExemplars on(Clock other) {
        return new NamingExemplars(exemplars, articles, periods, holding, telling, directory, audit, other);
    }

    /**
     * The first one makes it an article about exemplars. Refuses {@code exemplar-name}, {@code exemplar-number}, {@code exemplar-twice}.
     *
     * @param staffNumber of whom personnel knows; empty for somebody who is not of the enterprise
     */
    @Transactional
    public void name(long article, String typed, String staffNumber, Actor.Member by) {
        var piece = piece(article, by);
        var known = known(staffNumber);
        var name = known.map(PersonCard::name).orElseGet(() -> words(typed, "name", "exemplar-name", LONGEST_NAME));
        var person = known.map(PersonCard::id);
        exemplars.mark(article, by.person(), clock.instant());
        if (get(article).subjects().size() >= MOST) {
            throw new Refusal.Violation("name", "exemplar-many", MOST);
        }
        if (!exemplars.name(article, name, person, by.person(), clock.instant())) {
            throw new Refusal.Conflict("exemplar-twice");
        }
        changed(article, "named", by);
        articles.hold(article, Holding.ROOM);
        var subject = get(article).subjects().getLast();
        person.ifPresent(one -> telling.asked(piece, subject.id(), one));
    }

    private Optional<PersonCard> known(String staffNumber) {
        var number = staffNumber.strip();
        if (number.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(directory
                .personByStaffNumber(number)
                .orElseThrow(() -> new Refusal.Violation("number", "exemplar-number")));
    }

    @Transactional
    void callCrew(long article, String typed, Actor.Member by) {
        piece(article, by);
        get(article);
        var crew = PlainText.line(typed);
        if (PlainText.lengthOf(crew) > LONGEST_NAME) {
            throw new Refusal.Violation("crew", "exemplar-name", LONGEST_NAME);
        }
        articles.hold(article, Holding.ROOM);
        exemplars.callCrew(article, crew);
        changed(article, "crew", by);
    }

    /**
     * Refuses {@code exemplar-notice} where there is none, {@code exemplar-unnamed} where a name does not stand in it, and as a
     * conflict {@code exemplar-undecided} where an objection to the former was right and nobody has decided.
     */
    @Transactional
    public void runBy(long article, String typed, Actor.Member by) {
        piece(article, by);
        var exemplar = get(article);
        var number = PlainText.line(typed);
        var period = number.matches("[0-9]{1,18}")
                ? periods.find(Long.parseLong(number), exemplar.names())
                : Optional.<NoticePeriods.Period>empty();
        if (period.isEmpty()) {
            throw new Refusal.Violation("notice", "exemplar-notice");
        }
        if (!period.get().unnamed().isEmpty()) {
            throw new Refusal.Violation(
                    "notice", "exemplar-unnamed", String.join("、", period.get().unnamed()));
        }
        var another = exemplar.notice().filter(former -> former != period.get().number());
        if (another.isPresent() && holding.waitsForDecision(exemplar)) {
            throw new Refusal.Conflict("exemplar-undecided");
        }
        articles.hold(article, Holding.ROOM);
        exemplars.runBy(article, period.get().number());
        changed(article, "notice", by);
    }

    /** Refuses {@code exemplar-seen-by}, {@code exemplar-day}. */
    @Transactional
    void onPaper(long article, long subject, String seenBy, String day, Actor.Member by) {
        piece(article, by);
        subject(article, subject);
        var seen = words(seenBy, "seenBy", "exemplar-seen-by", LONGEST_NAME);
        exemplars.say(subject, ConsentDeed.ON_PAPER, by.person(), seen, Optional.of(past(day)), clock.instant());
        changed(article, "on-paper", by);
    }

    private LocalDate past(String typed) {
        var day = parsed(typed);
        if (day.isAfter(LocalDate.ofInstant(clock.instant(), WorkingCalendar.ZONE))) {
            throw new Refusal.Violation("day", "exemplar-day");
        }
        return day;
    }

    private static LocalDate parsed(String typed) {
        try {
            return LocalDate.parse(typed.strip());
        } catch (DateTimeParseException notOne) {
            throw new Refusal.Violation("day", "exemplar-day");
        }
    }

    /** Somebody who has no account, or does not use it, took back what he had signed. */
    @Transactional
    void withdrawnOnPaper(long article, long subject, Actor.Member by) {
        var piece = piece(article, by);
        if (!subject(article, subject).consents()) {
            throw new Refusal.Conflict("exemplar-moved-on");
        }
        exemplars.say(subject, ConsentDeed.WITHDRAWN, by.person(), "", Optional.empty(), clock.instant());
        changed(article, "withdrawn", by);
        telling.withdrawn(piece, get(article), "" + subject + ":" + clock.instant());
    }

    private void changed(long article, String what, Actor.Member by) {
        audit.record(by, "exemplar." + what, "article:" + article, "");
        if (holding.settle(article)) {
            telling.free(articles.get(article), get(article), clock.instant().toString());
        }
    }

    /** Held by this transaction; for its editors. */
    private Piece piece(long article, Actor.Member by) {
        articles.forEditor(article, by);
        articles.lock(article);
        return articles.forEditor(article, by);
    }

    private Exemplar get(long article) {
        return exemplars.find(article).orElseThrow(Refusal.NotFound::new);
    }

    private Subject subject(long article, long id) {
        return get(article).subject(id).orElseThrow(Refusal.NotFound::new);
    }

    private static String words(String typed, String field, String code, int most) {
        var words = PlainText.line(typed);
        var length = PlainText.lengthOf(words);
        if (length == 0 || length > most) {
            throw new Refusal.Violation(field, code, most);
        }
        return words;
    }
}
