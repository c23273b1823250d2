package cn.lianxin.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import cn.lianxin.platform.notification.Notification;
import cn.lianxin.platform.web.Screen;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WishTest {

    private static final Duration WEEK = Duration.ofDays(7);

    @ParameterizedTest
    @CsvSource({
        // A Wednesday; asleep from 22 until 6.
        "AT_ONCE, 2026-11-25T14:30, 2026-11-25T14:30",
        "AT_ONCE, 2026-11-25T21:59, 2026-11-25T21:59",
        "AT_ONCE, 2026-11-25T22:00, 2026-11-26T06:00",
        "AT_ONCE, 2026-11-26T05:59, 2026-11-26T06:00",
        "AT_ONCE, 2026-11-26T06:00, 2026-11-26T06:00",
        "DAILY, 2026-11-25T11:59, 2026-11-25T12:00",
        "DAILY, 2026-11-25T12:00, 2026-11-26T12:00",
        "DAILY, 2026-11-25T23:00, 2026-11-26T12:00",
        "WEEKLY, 2026-11-25T11:00, 2026-11-30T12:00",
        "WEEKLY, 2026-11-30T11:59, 2026-11-30T12:00",
        "WEEKLY, 2026-11-30T12:00, 2026-12-07T12:00"
    })
    void what_came_goes_when_its_person_has_chosen(Wish.Rhythm rhythm, String came, String goes) {
        var wish = wish(rhythm, 12, Optional.of(new Wish.Quiet(22, 6)));

        assertThat(wish.due(at(came), Optional.empty())).isEqualTo(at(goes));
    }

    @ParameterizedTest
    @CsvSource({
        "2026-11-25T08:30, 2026-11-25T15:00",
        "2026-11-25T15:00, 2026-11-25T15:00",
        "2026-11-25T23:30, 2026-11-25T23:30"
    })
    void who_works_at_night_sleeps_by_day(String came, String goes) {
        var wish = wish(Wish.Rhythm.AT_ONCE, 12, Optional.of(new Wish.Quiet(8, 15)));

        assertThat(wish.due(at(came), Optional.empty())).isEqualTo(at(goes));
    }

    @Test
    void what_comes_soon_after_the_last_one_waits_a_little() {
        var wish = wish(Wish.Rhythm.AT_ONCE, 12, Optional.empty());
        var now = at("2026-11-25T14:30");

        assertThat(wish.due(now, Optional.of(now.minusSeconds(60)))).isEqualTo(now.plusSeconds(540));
        assertThat(wish.due(now, Optional.of(now.minusSeconds(6_000)))).isEqualTo(now);
    }

    @Test
    void whatever_was_chosen_nothing_goes_in_quiet_hours_nor_before_it_came_nor_later_than_it_must() {
        var random = new Random(20261125);
        for (var i = 0; i < 20_000; i++) {
            var from = random.nextInt(24);
            var quiet = random.nextInt(4) == 0
                    ? Optional.<Wish.Quiet>empty()
                    : Optional.of(new Wish.Quiet(from, (from + 1 + random.nextInt(23)) % 24));
            var rhythm = Wish.Rhythm.values()[random.nextInt(3)];
            var wish = wish(rhythm, random.nextInt(24), quiet);
            var now = at("2026-11-25T00:00").plusSeconds(random.nextInt(3_000_000));

            var due = wish.due(now, Optional.empty());

            assertThat(due).isAfterOrEqualTo(now);
            assertThat(quiet.filter(hours -> hours.covers(due.atZone(Screen.ZONE))))
                    .isEmpty();
            var longest =
                    switch (rhythm) {
                        case AT_ONCE -> Duration.ofDays(1);
                        case DAILY -> Duration.ofDays(2);
                        case WEEKLY -> WEEK.plusDays(1);
                    };
            assertThat(due).isBeforeOrEqualTo(now.plus(longest));
        }
    }

    @Test
    void what_is_said_in_confidence_makes_no_telephone_ring_until_its_person_wants_it() {
        assertThat(Wish.usual().topics())
                .containsExactlyInAnyOrder(
                        Notification.Topic.RAISED, Notification.Topic.WORK, Notification.Topic.OTHER);
    }

    private static Wish wish(Wish.Rhythm rhythm, int hour, Optional<Wish.Quiet> quiet) {
        return new Wish(
                rhythm,
                hour,
                DayOfWeek.MONDAY,
                quiet,
                EnumSet.allOf(Notification.Topic.class),
                Locale.SIMPLIFIED_CHINESE);
    }

    private static Instant at(String local) {
        return LocalDateTime.parse(local).atZone(Screen.ZONE).toInstant();
    }
}
