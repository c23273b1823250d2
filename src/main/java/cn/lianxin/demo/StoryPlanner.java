package cn.lianxin.demo;

import cn.lianxin.platform.calendar.WorkingCalendar;
import cn.lianxin.promise.Grade;
import cn.lianxin.promise.Matter;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;

/**
 * Plans what people have raised in eighteen months up to the beginning of this day, and how far each of it has come. It
 * follows from the content, the enterprise and the day alone.
 */
final class StoryPlanner {

    /** So many concerns are the usual number; what is planned beside them shrinks with a smaller one. */
    static final int USUAL = 1_500;

    private static final Set<Plot> NOTHING_TO_ANSWER = Set.of(Plot.UNREASONABLE, Plot.UNVERIFIABLE);

    private static final long SEED = 20_260;
    private static final int DAYS = 540;
    private static final int LEAST_OF_EACH_MATTER = 7;

    private final LocalDate today;
    private final int wanted;
    private final EnterprisePlan enterprise;
    private final Scripts scripts;
    private final Lives lives;
    private final Dice dice = new Dice(SEED);
    private final List<Story> stories = new ArrayList<>();
    private long luck;

    private StoryPlanner(
            Content content,
            EnterprisePlan enterprise,
            Scripts scripts,
            WorkingCalendar calendar,
            LocalDate today,
            int wanted) {
        this.today = today;
        this.wanted = wanted;
        this.enterprise = enterprise;
        this.scripts = scripts;
        this.lives = new Lives(content, enterprise, scripts, calendar);
    }

    static List<Story> plan(
            Content content,
            EnterprisePlan enterprise,
            Scripts scripts,
            WorkingCalendar calendar,
            LocalDate today,
            int wanted) {
        var planner = new StoryPlanner(content, enterprise, scripts, calendar, today, wanted);
        planner.waiting();
        planner.waitingForTheStars();
        planner.dueToday();
        planner.rising();
        planner.everyday();
        var inOrder = planner.stories.stream()
                .sorted(Comparator.comparing(Story::begins))
                .toList();
        return IntStream.range(0, inOrder.size())
                .mapToObj(place -> inOrder.get(place).numbered(place))
                .toList();
    }

    /** Something waits at every desk and with every role, at every step that there is. */
    private void waiting() {
        waiting(Plot.STRAIGHT, Deed.Raise.class, 14, 2);
        waiting(Plot.STRAIGHT, Deed.Accept.class, 6, 4);
        waiting(Plot.STRAIGHT, Deed.Assign.class, 10, 5);
        waiting(Plot.STRAIGHT, Deed.Acknowledge.class, 14, 9);
        waiting(Plot.STRAIGHT, Deed.Ask.class, 6, 9);
        waiting(Plot.EXTENDED, Deed.AskExtension.class, 5, 12);
        waiting(Plot.EXTENDED, Deed.DecideExtension.class, 4, 14);
        waiting(Plot.HANDED_BACK, Deed.HandBack.class, 6, 7);
        waiting(Plot.ARBITRATED, Deed.DecideHandBack.class, 3, 9);
        waitingInArbitration(4);
        waiting(Plot.STRAIGHT, Deed.Answer.class, 9, 25);
        waiting(Plot.RAISED_AGAIN, Deed.RaiseAgain.class, 6, 30);
        waiting(Plot.REVIEWED, Deed.AskReview.class, 4, 35);
        waiting(Plot.REVIEWED, Deed.TakeReview.class, 4, 40);
        waiting(Plot.REVIEWED, Deed.DecideReview.class, 4, 55);
        waiting(Plot.DECLINED, Deed.Decline.class, 4, 12);
        waiting(Plot.WITHDRAWN, Deed.Withdraw.class, 4, 12);
        waiting(Plot.UNREASONABLE, Deed.Answer.class, 3, 25);
        waiting(Plot.UNVERIFIABLE, Deed.Answer.class, 3, 25);
        waiting(Plot.UNREASONABLE, Deed.DecideAnswer.class, 2, 35);
        waiting(Plot.UNVERIFIABLE, Deed.DecideAnswer.class, 2, 35);
        waiting(Plot.DECLINED_WRONGLY, Deed.DecideEnding.class, 2, 20);
        waiting(Plot.WITHDRAWN_UNFREELY, Deed.DecideEnding.class, 2, 20);
        waiting(Plot.LINKED, Deed.Link.class, 4, 6);
        waiting(Plot.STUCK, Deed.RaiseAgain.class, 16, 70);
    }

    /** So many stories that have just come to this deed and no further; they began so many days ago, or some more. */
    private void waiting(Plot plot, Class<? extends Deed> last, int ofUsual, int daysAgo) {
        for (var left = share(ofUsual); left > 0; left--) {
            var days = plot == Plot.STUCK ? dice.between(30, daysAgo) : dice.between(1, daysAgo);
            latest(seed(plot, matterThatWaits(plot, last), days), days, story -> story.upTo(last));
        }
    }

    /** Whoever signs in as one of them finds an answer to judge and a question to answer. */
    private void waitingForTheStars() {
        for (var star : enterprise.stars()) {
            for (var matter : List.of("E2", "B5", "D3")) {
                var seed = seed(Plot.STRAIGHT, scripts.matter(matter), 2).saidBy(star);
                latest(seed, 2, story -> story.upTo(matter.equals("E2") ? Deed.Answer.class : Deed.Ask.class));
            }
        }
    }

    private void waitingInArbitration(int ofUsual) {
        for (var left = share(ofUsual); left > 0; left--) {
            var matter = matterThatWaits(Plot.ARBITRATED, Deed.Arbitrate.class);
            latest(seed(Plot.ARBITRATED, matter, 2), 2, story -> story.before(Deed.Arbitrate.class));
        }
    }

    /** Lets the story begin on the latest day on which so much of it lies in the past. */
    private void latest(Lives.Seed seed, int fromDaysAgo, UnaryOperator<Story> soMuch) {
        IntStream.range(fromDaysAgo, fromDaysAgo + 60)
                .mapToObj(days -> soMuch.apply(lives.write(seed.on(today.minusDays(days)))))
                .filter(story -> story.until(horizon()).equals(story))
                .findFirst()
                .ifPresent(stories::add);
    }

    /** Taken up, and promised for this very day; none where this day is a day off. */
    private void dueToday() {
        for (var left = share(9); left > 0; left--) {
            var matter = dice.one(ofGrade(left % 4 == 0 ? Grade.U1 : Grade.U3));
            dayDueToday(matter.grade()).ifPresent(day -> {
                var script = scripts.next(matter.code());
                var seed = new Lives.Seed(Plot.STRAIGHT, script, house(matter), day, luck(), Optional.empty());
                add(lives.write(seed).upTo(Deed.Acknowledge.class));
            });
        }
    }

    private Optional<LocalDate> dayDueToday(Grade grade) {
        return IntStream.rangeClosed(1, 16)
                .mapToObj(today::minusDays)
                .filter(day -> scripts.replyBy(grade, noonOf(day)).equals(today))
                .findFirst();
    }

    /** What has been getting worse in the last four weeks: one thing at each mine. */
    private void rising() {
        var cold = today.getMonthValue() >= 10 || today.getMonthValue() <= 3;
        var mines = enterprise.mines();
        rising(cold ? "F3" : "E5", mines.get(0), 26);
        rising("E4", mines.get(1), 15);
        rising("G1", mines.get(2), 11);
    }

    private void rising(String matter, UnitPlan mine, int ofUsual) {
        for (var left = share(ofUsual); left > 0; left--) {
            var days = Math.min(dice.between(1, 28), dice.between(1, 28));
            add(new Lives.Seed(
                    Plot.STRAIGHT, scripts.next(matter), mine, today.minusDays(days), luck(), Optional.empty()));
        }
    }

    private void everyday() {
        var planned = stories.stream().mapToLong(Story::concerns).sum();
        for (var place = 0; planned < wanted; place++) {
            planned += add(seed(Plot.chosenBy(dice), matter(place), dice.between(1, DAYS)));
        }
    }

    /** As much of it as lies in the past; says how many concerns that are. */
    private long add(Lives.Seed seed) {
        return add(lives.write(seed));
    }

    private long add(Story whole) {
        var story = whole.until(horizon());
        if (!story.scenes().isEmpty()) {
            stories.add(story);
        }
        return story.concerns();
    }

    private Lives.Seed seed(Plot plot, Matter matter, int daysAgo) {
        return new Lives.Seed(
                plot, scripts.next(matter.code()), house(matter), today.minusDays(daysAgo), luck(), Optional.empty());
    }

    /** First each matter in turn, so that all are seen; then as often as people speak of its area. */
    private Matter matter(int place) {
        var all = scripts.matters();
        if (place < all.size() * LEAST_OF_EACH_MATTER && wanted >= USUAL) {
            return all.get(place % all.size());
        }
        var area = "ABCDEFGHIJKLM".charAt(dice.byWeight(15, 10, 12, 8, 15, 14, 10, 5, 5, 4, 5, 4, 5));
        return dice.one(
                all.stream().filter(matter -> matter.area().charAt(0) == area).toList());
    }

    /** Of a kind whose course takes about as long as it has waited. */
    private Matter matterThatWaits(Plot plot, Class<? extends Deed> last) {
        var slow = plot == Plot.EXTENDED || plot == Plot.ARBITRATED || plot == Plot.REVIEWED;
        var grades = last == Deed.Answer.class || slow
                ? Set.of(Grade.U4)
                : last == Deed.Raise.class
                        ? Set.of(Grade.U1, Grade.U2, Grade.U3, Grade.U4)
                        : Set.of(Grade.U3, Grade.U4);
        return dice.one(scripts.matters().stream()
                .filter(matter -> grades.contains(matter.grade()))
                .filter(matter -> plot != Plot.LINKED || lives.canLink(matter))
                .filter(matter ->
                        plot != Plot.DECLINED && plot != Plot.DECLINED_WRONGLY || !"CDK".contains(matter.area()))
                .filter(matter -> !NOTHING_TO_ANSWER.contains(plot) || !"CDKL".contains(matter.area()))
                .toList());
    }

    private List<Matter> ofGrade(Grade grade) {
        return scripts.matters().stream()
                .filter(matter -> matter.grade() == grade)
                .toList();
    }

    /** Offices have no coal face: their people speak of other things. */
    private UnitPlan house(Matter matter) {
        var mines = enterprise.mines();
        return "AEFHJM".contains(matter.area()) && dice.percent(8)
                ? enterprise.unit("G-C")
                : mines.get(dice.byWeight(46, 33, 21));
    }

    private int share(int ofUsual) {
        return Math.max(1, ofUsual * wanted / USUAL);
    }

    private long luck() {
        return SEED * 1_000_003L + luck++;
    }

    private Instant horizon() {
        return today.atStartOfDay(WorkingCalendar.ZONE).toInstant();
    }

    private static Instant noonOf(LocalDate day) {
        return day.atTime(15, 0).atZone(WorkingCalendar.ZONE).toInstant();
    }
}
