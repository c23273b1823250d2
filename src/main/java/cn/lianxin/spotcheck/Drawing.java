package cn.lianxin.spotcheck;

import cn.lianxin.concern.CheckingConcerns;
import cn.lianxin.platform.transparency.PublicLog;
import cn.lianxin.platform.web.Screen;
import cn.lianxin.verdict.CheckedAnswer;
import cn.lianxin.verdict.VerdictsToCheck;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.IsoFields;
import java.time.temporal.TemporalAdjusters;
import java.util.HexFormat;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Commits itself before a period begins, draws on Mondays, and shows its hand when the last call is over. */
@Component
class Drawing {

    private static final Duration QUARTER = Duration.ofDays(91);
    private static final int WEEKS_BEFORE = 1;
    private static final int WEEKS_FOR_CALLS = 6;

    private final Periods periods;
    private final Draws draws;
    private final Calls calls;
    private final Findings findings;
    private final VerdictsToCheck answers;
    private final CheckingConcerns concerns;
    private final PublicLog log;
    private final Clock clock;
    private final SecureRandom dice = new SecureRandom();

    Drawing(
            Periods periods,
            Draws draws,
            Calls calls,
            Findings findings,
            VerdictsToCheck answers,
            CheckingConcerns concerns,
            PublicLog log,
            Clock clock) {
        this.periods = periods;
        this.draws = draws;
        this.calls = calls;
        this.findings = findings;
        this.answers = answers;
        this.concerns = concerns;
        this.log = log;
        this.clock = clock;
    }

    /** Publishes the next period a week before it begins; the first one begins on the Monday to come. */
    @Transactional
    public void publish() {
        var last = periods.all().stream().findFirst();
        if (last.filter(period -> today().isBefore(period.ends().minusWeeks(WEEKS_BEFORE)))
                .isPresent()) {
            return;
        }
        var monday = today().with(TemporalAdjusters.next(DayOfWeek.MONDAY));
        var begins = last.map(Period::ends).filter(end -> end.isAfter(today())).orElse(monday);
        var quarterAfter = begins.with(IsoFields.DAY_OF_QUARTER, 1).plusMonths(3);
        var ends = quarterAfter.with(TemporalAdjusters.nextOrSame(DayOfWeek.MONDAY));
        var seed = new byte[32];
        dice.nextBytes(seed);
        var now = clock.instant();
        periods.add(begins, ends, seed, HexFormat.of().formatHex(sha256(seed)), now)
                .ifPresent(id -> {
                    answers.answered(now.minus(QUARTER), now).stream()
                            .collect(Collectors.groupingBy(CheckedAnswer::unit, Collectors.counting()))
                            .forEach((unit, before) ->
                                    periods.addRate(id, unit, before.intValue(), Lot.rate(before.intValue())));
                    log.enter(DrawPublications.KIND, DrawPublications.subject(id));
                });
    }

    /** Every week that is over and not drawn. */
    @Transactional
    public void draw() {
        for (var period : periods.all().reversed()) {
            if (period.isDrawn() || period.drawnUntil().plusWeeks(1).isAfter(today())) {
                continue;
            }
            var seed = periods.seedForDrawing(period.id());
            var held = periods.find(period.id()).orElseThrow();
            for (var week = held.drawnUntil();
                    week.isBefore(held.ends()) && !week.plusWeeks(1).isAfter(today());
                    week = week.plusWeeks(1)) {
                draw(held, seed, week);
            }
        }
    }

    private void draw(Period period, byte[] seed, LocalDate week) {
        for (var answer : answers.answered(startOf(week), startOf(week.plusWeeks(1)))) {
            var lifeSafety = concerns.isLifeSafety(answer.answer().concern());
            draws.add(
                    period.id(),
                    new Candidate(
                            answer.answer(), answer.number(), answer.unit(), week, lifeSafety, answer.callable()));
        }
        var last = !week.plusWeeks(1).isBefore(period.ends());
        lot(period.id(), seed).drawWeek(week, last).forEach(one -> draws.add(period.id(), one, clock.instant()));
        periods.drawnUntil(period.id(), week.plusWeeks(1));
    }

    /** Draws the next in order for whoever could not be reached. */
    @Transactional
    public void replace(long period, int place) {
        var lot = lot(period, periods.seedForDrawing(period));
        draws.drawn(period).stream()
                .filter(one -> one.place() == place)
                .findFirst()
                .flatMap(lot::replace)
                .ifPresent(next -> draws.add(period, next, clock.instant()));
    }

    /** When nobody is left to be called, or six weeks after the end whether or not somebody called. */
    @Transactional
    public void reveal() {
        for (var period : periods.all()) {
            if (!period.isDrawn() || period.revealedAt().isPresent()) {
                continue;
            }
            periods.seedForDrawing(period.id());
            var given = !today().isBefore(period.ends().plusWeeks(WEEKS_FOR_CALLS));
            if (given) {
                calls.giveUp(period.id());
            }
            if (given || calls.openIn(period.id()) == 0) {
                findings.find(period.id());
                periods.reveal(period.id(), clock.instant());
            }
        }
    }

    private Lot lot(long period, byte[] seed) {
        return new Lot(seed, periods.rates(period), draws.candidates(period), draws.drawn(period));
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), Screen.ZONE);
    }

    private static Instant startOf(LocalDate day) {
        return day.atStartOfDay(Screen.ZONE).toInstant();
    }

    private static byte[] sha256(byte[] seed) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(seed);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
