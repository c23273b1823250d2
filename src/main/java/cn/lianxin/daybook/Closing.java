package cn.lianxin.daybook;

import cn.lianxin.concern.EnteringConcerns;
import cn.lianxin.concern.EnteringConcerns.Entered;
import cn.lianxin.concern.EnteringConcerns.Key;
import cn.lianxin.concern.EnteringConcerns.Moment;
import cn.lianxin.concern.FilesErased;
import cn.lianxin.concern.WordsErased;
import cn.lianxin.kernel.UnitId;
import cn.lianxin.organization.Directory;
import cn.lianxin.platform.manifest.Salt;
import cn.lianxin.platform.transparency.PublicLog;
import cn.lianxin.platform.web.Screen;
import cn.lianxin.platform.witness.DayProof;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Closes the days that are over, one after the other, each once on whichever node comes to it. What is taken down in pages is taken
 * down whatever becomes of the next page; what came too late for its day goes with the next one.
 */
@Component
class Closing {

    /** A page of what is taken down at once. */
    static final int AT_ONCE = 500;

    /** So long whoever was filing at midnight has to come to an end. */
    static final Duration SETTLED = Duration.ofMinutes(10);

    /** So late at the latest somebody is done. */
    static final int DAYS_LATE = 2;

    /** Its entry has this hour after midnight, however long it took, so that it tells nothing of how much there was. */
    static final Duration HOUR = Duration.ofHours(1);

    /**
     * A page.
     *
     * @param mine whether nobody else closes this day
     * @param last by which the next page begins; empty where there is none
     */
    record Taken(boolean mine, Optional<Moment> last) {}

    private final Days days;
    private final Leaves leaves;
    private final LeafFiles files;
    private final SealedLeaves sealed;
    private final EnteringConcerns concerns;
    private final Directory directory;
    private final PublicLog log;
    private final Clock clock;
    private final SecureRandom chance = new SecureRandom();

    Closing(
            Days days,
            Leaves leaves,
            LeafFiles files,
            SealedLeaves sealed,
            EnteringConcerns concerns,
            Directory directory,
            PublicLog log,
            Clock clock) {
        this.days = days;
        this.leaves = leaves;
        this.files = files;
        this.sealed = sealed;
        this.concerns = concerns;
        this.directory = directory;
        this.log = log;
        this.clock = clock;
    }

    /** The oldest day that is over and not closed. */
    @Transactional
    public Optional<LocalDate> due() {
        var now = clock.instant();
        var begun = days.begin(LocalDate.ofInstant(now, Screen.ZONE));
        return Optional.of(days.last().map(last -> last.plusDays(1)).orElse(begun))
                .filter(day -> !now.isBefore(end(day).plus(SETTLED)));
    }

    /** From where a day has to be looked through. */
    @Transactional(readOnly = true)
    public Moment start(LocalDate day) {
        return Moment.before(takenFrom(day, days.beginning().orElse(day)));
    }

    static Instant takenFrom(LocalDate day, LocalDate beginning) {
        var early = day.minusDays(DAYS_LATE);
        return begin(early.isBefore(beginning) ? beginning : early);
    }

    /** Takes the next page down. */
    @Transactional
    public Taken take(LocalDate day, Moment after) {
        if (!days.isMine(day)) {
            return new Taken(false, Optional.empty());
        }
        var came = concerns.came(after, end(day), AT_ONCE);
        if (came.isEmpty()) {
            return new Taken(true, Optional.empty());
        }
        var keys = came.stream().map(Moment::key).toList();
        var known = leaves.among(keys);
        var wanted = keys.stream().filter(key -> !known.contains(key)).toList();
        var names = new HashMap<UnitId, String>();
        leaves.add(concerns.read(wanted).stream()
                .map(said -> leaf(
                        day,
                        said,
                        names.computeIfAbsent(
                                said.unit(), unit -> directory.unit(unit).name())))
                .toList());
        return new Taken(true, Optional.of(came.getLast()));
    }

    /** Whether it was closed by this; only whoever has found no further page may ask for it. */
    @Transactional
    public boolean close(LocalDate day) {
        if (!days.isMine(day)) {
            return false;
        }
        List<Key> said = leaves.of(day);
        var closed = sealed.of(day);
        var many = said.size() + closed.size();
        var places = DayTree.places(many, chance);
        leaves.place(day, said, places.subList(0, said.size()));
        sealed.place(day, closed, places.subList(said.size(), many));
        var secret = Salt.random();
        var tree = new DayTree(DayTree.sizeFor(many), secret, leaves.placed(day));
        days.add(new Days.Day(day, tree.root().toString(), tree.size(), secret), clock.instant());
        log.enterLater(DayProof.KIND, DayProof.subject(day.toString()), end(day).plus(HOUR));
        return true;
    }

    /** In the transaction in which the words go. */
    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    public void letGo(WordsErased erased) {
        leaves.destroySalts(erased.concerns());
    }

    /** Files go earlier, and alone: what was said with them is proved as before. */
    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    public void letGo(FilesErased erased) {
        files.destroySaltsOf(erased.files());
    }

    private static Leaf leaf(LocalDate day, Entered said, String unitName) {
        var salt = Salt.random();
        var files = said.files().stream().map(CommittedFile::of).toList();
        return new Leaf(
                said.key(),
                day,
                Sheet.FORM,
                unitName,
                DayProof.commit(salt, Sheet.of(Sheet.FORM, day, said, unitName, files)),
                Optional.of(salt),
                Optional.empty(),
                files);
    }

    static Instant begin(LocalDate day) {
        return day.atStartOfDay(Screen.ZONE).toInstant();
    }

    static Instant end(LocalDate day) {
        return begin(day.plusDays(1));
    }
}
