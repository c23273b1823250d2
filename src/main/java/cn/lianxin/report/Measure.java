package cn.lianxin.report;

import java.util.List;
import java.util.function.Predicate;

/** What a report counts; what is a part of another measure, and its rest, is told in the space of that one. */
enum Measure {
    RECEIVED("received", "received", Tally::received),
    ACCEPTED("accepted", "accepted", Tally::accepted),
    ANSWERED("answered", "answered", Tally::answered),
    ANSWERED_IN_TIME("answered-in-time", "answered", tally -> tally.answered() && !tally.answeredLate()),
    ANSWERED_LATE("answered-late", "answered", Tally::answeredLate),
    WAITING("waiting", "waiting", Tally::waiting),
    WAITING_LATE("waiting-late", "waiting", Tally::waitingLate),
    RAISED_AGAIN("raised-again", "raised-again", Tally::raisedAgain),
    CONCLUDED("concluded", "concluded", Tally::concluded),
    ASSIGNED("assigned", "assigned", Tally::assigned),
    HANDED_BACK("handed-back", "handed-back", Tally::handedBack),
    EXTENDED("extended", "extended", Tally::extended),
    ESCALATED("escalated", "escalated", Tally::escalated),
    REVIEW_ASKED("review-asked", "review-asked", Tally::reviewAsked),
    SUGGESTED("suggested", "received", Tally::suggested),
    ADOPTED("adopted", "answered", Tally::adopted),
    EXPLAINED("explained", "answered", Tally::explained),
    NOT_ADOPTED("not-adopted", "answered", Tally::notAdopted);

    private final String key;
    private final String space;
    private final Predicate<Tally> holds;

    Measure(String key, String space, Predicate<Tally> holds) {
        this.key = key;
        this.space = space;
        this.holds = holds;
    }

    String key() {
        return key;
    }

    String space() {
        return space;
    }

    boolean holds(Tally tally) {
        return holds.test(tally);
    }

    List<Long> of(List<Tally> tallies) {
        return tallies.stream().filter(holds).map(Tally::concern).toList();
    }
}
