package cn.lianxin.demo;

import static org.assertj.core.api.Assertions.assertThat;

import cn.lianxin.concern.Channel;
import cn.lianxin.concern.Reporter;
import cn.lianxin.kernel.Role;
import cn.lianxin.platform.calendar.WorkingCalendar;
import cn.lianxin.promise.Grade;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StoryPlannerTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 23);
    private static final WorkingCalendar CALENDAR = new WorkingCalendar();
    private static final Content CONTENT = Content.packaged();
    private static final List<Story> STORIES = plan();

    @Test
    void the_same_day_gives_the_same_stories() {
        assertThat(plan()).isEqualTo(STORIES);
    }

    @Test
    void about_fifteen_hundred_concerns_are_spread_over_eighteen_months() {
        var filed = raised().map(Scene::at).toList();

        assertThat(STORIES.stream().mapToLong(Story::concerns).sum()).isBetween(1_500L, 1_510L);
        assertThat(filed).allMatch(at -> at.isBefore(start(TODAY)) && at.isAfter(start(TODAY.minusDays(545))));
    }

    @Test
    void all_matters_are_seen_and_all_ways_to_speak_and_all_channels() {
        assertThat(deeds(Deed.Raise.class).map(Deed.Raise::matter).distinct()).hasSize(78);
        assertThat(deeds(Deed.Raise.class).map(Deed.Raise::mode).distinct())
                .containsExactlyInAnyOrder(Reporter.Mode.values());
        assertThat(deeds(Deed.Raise.class).map(Deed.Raise::channel).distinct())
                .containsAll(List.of(
                        Channel.PAGE,
                        Channel.TERMINAL,
                        Channel.DESK,
                        Channel.TELEPHONE,
                        Channel.LETTER,
                        Channel.VISIT,
                        Channel.CHAT));
    }

    @Test
    void every_deed_is_done_somewhere() {
        var done = STORIES.stream()
                .flatMap(story -> story.scenes().stream())
                .map(scene -> scene.deed().getClass().getSimpleName())
                .collect(Collectors.toSet());

        assertThat(Stream.of(Deed.class.getPermittedSubclasses()).map(Class::getSimpleName))
                .containsExactlyInAnyOrderElementsOf(done);
    }

    @Test
    void whoever_looks_from_outside_leads_and_handles_nothing_himself() {
        var outside = Stream.of(
                        deeds(Deed.DecideEnding.class).map(Deed.DecideEnding::by),
                        deeds(Deed.TakeReview.class).map(Deed.TakeReview::by),
                        deeds(Deed.DecideReview.class).map(Deed.DecideReview::by))
                .flatMap(by -> by)
                .collect(Collectors.toSet());

        assertThat(outside).hasSizeGreaterThan(1);
        assertThat(EnterprisePlanner.plan(CONTENT, TODAY).grants())
                .filteredOn(grant -> grant.role() == Role.UNIT_LEADER || grant.role() == Role.HANDLER)
                .extracting(grant -> grant.person().staffNumber())
                .doesNotContainAnyElementsOf(outside);
    }

    @Test
    void half_of_all_answers_come_within_a_week_and_few_on_the_same_day() {
        var days = STORIES.stream()
                .filter(story -> story.plot() == Plot.STRAIGHT)
                .flatMap(story -> story.scenes().stream()
                        .filter(scene -> scene.deed() instanceof Deed.Answer)
                        .limit(1)
                        .map(scene ->
                                Duration.between(story.begins(), scene.at()).toHours()))
                .sorted()
                .toList();

        assertThat(days.get(days.size() / 2)).isBetween(4 * 24L, 8 * 24L);
    }

    @ParameterizedTest
    @ValueSource(strings = {"2026-02-18", "2026-05-01", "2026-08-15", "2027-01-01", "2028-02-29"})
    void any_day_has_its_stories_holidays_too(String day) {
        var stories = plan(LocalDate.parse(day));

        assertThat(stories.stream().mapToLong(Story::concerns).sum()).isBetween(1_500L, 1_510L);
        assertThat(stories).extracting(Story::plot).contains(Plot.values());
    }

    private static Stream<Scene> raised() {
        return STORIES.stream()
                .flatMap(story -> story.scenes().stream())
                .filter(scene -> scene.deed() instanceof Deed.Raise);
    }

    private static <D extends Deed> Stream<D> deeds(Class<D> kind) {
        return STORIES.stream()
                .flatMap(story -> story.scenes().stream())
                .map(Scene::deed)
                .filter(kind::isInstance)
                .map(kind::cast);
    }

    private static List<Story> plan() {
        return plan(TODAY);
    }

    private static List<Story> plan(LocalDate day) {
        var enterprise = EnterprisePlanner.plan(CONTENT, day);
        var scripts = new Scripts(CONTENT.scripts(), PackagedMatters.all(), StoryPlannerTest::replyBy);
        return StoryPlanner.plan(CONTENT, enterprise, scripts, CALENDAR, day, StoryPlanner.USUAL);
    }

    /** As the limits that come with the product. */
    private static Instant replyBy(Grade grade, Instant filedAt) {
        var day = LocalDate.ofInstant(filedAt, WorkingCalendar.ZONE);
        return switch (grade) {
            case U0, U1 -> filedAt.plus(Duration.ofHours(24));
            case U2 -> close(CALENDAR.plusWorkingDays(day, 3));
            case U3 -> close(CALENDAR.plusWorkingDays(day, 5));
            case U4 -> close(CALENDAR.plusWorkingDays(day, 15));
            case U5 -> close(CALENDAR.endOfNaturalDays(day, 60));
        };
    }

    private static Instant close(LocalDate day) {
        return day.atTime(LocalTime.of(18, 0)).atZone(WorkingCalendar.ZONE).toInstant();
    }

    private static Instant start(LocalDate day) {
        return day.atStartOfDay(WorkingCalendar.ZONE).toInstant();
    }
}
