package cn.lianxin.topic;

import static org.assertj.core.api.Assertions.assertThat;

import cn.lianxin.plantedmine.AlarmJudge;
import cn.lianxin.plantedmine.Detector;
import cn.lianxin.plantedmine.Message;
import cn.lianxin.plantedmine.Part;
import cn.lianxin.plantedmine.WritePlantedMine;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * How many planted handfuls raise an alarm in time, and how often nothing does, in mines that have a year in their ledger. Wanted are nine in
 * ten and at most one false alarm a week; the part that nobody had seen is the judge (docs/evaluation.md).
 */
@Tag("slow")
class AlarmTest {

    private static final int YEAR = 52;
    private static final int MINES = 4;

    @Test
    void nine_handfuls_in_ten_of_a_year_that_nobody_had_seen_raise_an_alarm_in_time_and_not_one_a_week_is_none() {
        var figures = AlarmJudge.judge(WritePlantedMine.published(Part.UNSEEN, 1, YEAR), detector(1));

        assertThat(figures.clusters()).isEqualTo(52);
        assertThat(figures.lenientShare()).isGreaterThanOrEqualTo(0.9);
        assertThat(figures.falsePerMineAndWeek()).isLessThanOrEqualTo(1);
    }

    @ParameterizedTest
    @Tag("hours")
    @CsvSource({
        "DEVELOPMENT, 0.7, 0.88",
        "DEVELOPMENT, 1, 0.90",
        "DEVELOPMENT, 1.4, 0.88",
        "JUDGING, 0.7, 0.88",
        "JUDGING, 1, 0.90",
        "JUDGING, 1.4, 0.88",
        "UNSEEN, 0.7, 0.88",
        "UNSEEN, 1, 0.90",
        "UNSEEN, 1.4, 0.88"
    })
    void what_was_reached_in_four_mines_of_a_year_each_does_not_get_lost(Part part, double scale, double reached) {
        var figures = AlarmJudge.Figures.NONE;
        for (int number = 1; number <= MINES; number++) {
            figures = figures.plus(AlarmJudge.judge(WritePlantedMine.published(part, number, YEAR), detector(scale)));
        }

        System.out.printf("%s, scale %s: %s%n", part, scale, figures);
        assertThat(figures.clusters()).isGreaterThanOrEqualTo(208);
        assertThat(figures.lenientShare()).isGreaterThanOrEqualTo(reached);
        assertThat(figures.falsePerMineAndWeek()).isLessThanOrEqualTo(1);
    }

    private static Detector detector(double scale) {
        var alarms = new Alarms(scale);
        return message -> alarms.place(report(message)).stream()
                .map(alarm -> new cn.lianxin.plantedmine.Alarm(
                        String.valueOf(alarm.number()), alarm.at(), alarm.reports(), alarm.words()))
                .toList();
    }

    private static Report report(Message message) {
        return new Report(
                message.id(),
                message.crew(),
                message.district(),
                message.matter(),
                message.time(),
                message.title(),
                message.detail());
    }
}
