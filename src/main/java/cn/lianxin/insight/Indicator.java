package cn.lianxin.insight;

import java.util.stream.Stream;

/** What is measured; docs/indicators.md tells each of them in words. */
public enum Indicator {
    /** Taken up, or answered, by the moment promised for it. */
    RESPONSE(Better.HIGHER),
    /** Answered by the day that was promised at filing. */
    ON_TIME(Better.HIGHER),
    /** The day has passed and there is no answer. */
    UNANSWERED(Better.LOWER),
    /** Days until the answer as the worker waited them. */
    DAYS(Better.LOWER),
    /** The same days without those in which the clock stood still. */
    DAYS_NET(Better.LOWER),
    /** The worker was not content with the answer and raised it again or asked for a review. */
    RAISED_AGAIN(Better.LOWER),
    /** The same matter at the same place within ninety days of the answer. */
    RECURRED(Better.LOWER),
    /** Of the answers, how many have a published verdict. */
    RATED(Better.HIGHER),
    /** Answered, and no verdict published; never satisfaction. */
    NO_VERDICT(Better.LOWER),
    /** Of the published verdicts: solved. */
    SOLVED(Better.HIGHER),
    /** The same, lowered by the share of answers after which it came up again. */
    SOLVED_AND_STAYED(Better.HIGHER),
    /** Of the published verdicts: satisfied. */
    SATISFIED(Better.HIGHER),
    /** Found to have no ground, signed by somebody outside the line. */
    UNREASONABLE(Better.NEITHER),
    /** Found to be past finding out, signed by somebody outside the line. */
    UNVERIFIABLE(Better.NEITHER),
    /** Declined with a reason and where to turn instead, and somebody outside the line stands for it. */
    DECLINED(Better.NEITHER),
    /** Taken back by whoever raised it, and somebody outside the line has asked him why. */
    WITHDRAWN(Better.NEITHER);

    /** What is counted of the cases when a quarter is kept; of {@code RATED}, how many answers there are. */
    static Stream<Indicator> keptFirst() {
        return Stream.of(
                RESPONSE,
                ON_TIME,
                UNANSWERED,
                DAYS,
                DAYS_NET,
                RAISED_AGAIN,
                RATED,
                UNREASONABLE,
                UNVERIFIABLE,
                DECLINED,
                WITHDRAWN);
    }

    /** In which direction a unit would like to see it move. */
    public enum Better {
        HIGHER,
        LOWER,
        NEITHER
    }

    private final Better better;

    Indicator(Better better) {
        this.better = better;
    }

    public Better better() {
        return better;
    }

    /** Measured in days; the figure has a median and a ninetieth percentile and no share. */
    public boolean inDays() {
        return this == DAYS || this == DAYS_NET;
    }

    /** It waits for what may come up again. */
    boolean needsRecurrences() {
        return this == RECURRED || this == SOLVED_AND_STAYED;
    }

    /** Counted from published batches of verdicts, which are cut by unit and quarter and by nothing else. */
    public boolean fromVerdicts() {
        return switch (this) {
            case RATED, NO_VERDICT, SOLVED, SOLVED_AND_STAYED, SATISFIED -> true;
            case RESPONSE,
                    ON_TIME,
                    UNANSWERED,
                    DAYS,
                    DAYS_NET,
                    RAISED_AGAIN,
                    RECURRED,
                    UNREASONABLE,
                    UNVERIFIABLE,
                    DECLINED,
                    WITHDRAWN -> false;
        };
    }
}
