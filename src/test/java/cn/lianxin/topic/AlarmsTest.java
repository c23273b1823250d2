package cn.lianxin.topic;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AlarmsTest {

    private static final Instant START = Instant.parse("2026-01-05T00:00:00Z");
    private static final List<String> STANDING = List.of(
            "E1|食堂的菜太咸，换换花样吧",
            "E1|打饭排长队，多开个窗口",
            "A3|这个月工分没有公示，请贴出来",
            "G3|副井等罐人多，秩序乱",
            "B2|年休假没休完能不能折钱",
            "D3|手套不够用，请多发一副",
            "F2|宿舍门锁坏了，报修没人来",
            "C4|托辊响得厉害，磨皮带",
            "A4|夜班费太少，建议提高",
            "K1|账目看不明白，请公布");
    private static final List<String> CREWS = List.of("采一", "采二", "掘一", "机电", "通风");

    private final Random random = new Random(7);

    @ParameterizedTest
    @ValueSource(doubles = {0.7, 1, 1.4})
    void three_who_say_a_new_thing_in_other_words_raise_an_alarm_at_the_third_and_what_is_always_said_raises_few(
            double scale) {
        var alarms = new Alarms(scale);
        var reports = year();
        var cluster = START.plus(Duration.ofDays(200));
        reports.add(report("x1", "采一", "E4", cluster, "下班一身煤，南楼浴池放半天还是冰水，冻得直哆嗦"));
        reports.add(report("x2", "机电", "E4", cluster.plus(Duration.ofDays(2)), "南楼洗澡的地方连着三晚没热乎气，谁敢脱衣裳"));
        reports.add(report("x3", "通风", "E4", cluster.plus(Duration.ofDays(5)), "南楼澡堂水凉，感冒的工友不止我一个"));
        reports.sort(Comparator.comparing(Report::at));

        var raised = new ArrayList<Alarm>();
        for (var report : reports) {
            alarms.place(report).ifPresent(raised::add);
        }

        assertThat(raised).anySatisfy(alarm -> {
            assertThat(alarm.reports()).contains("x1", "x2", "x3");
            assertThat(alarm.at()).isEqualTo(cluster.plus(Duration.ofDays(5)));
            assertThat(alarm.words()).anyMatch(word -> word.contains("浴池") || word.contains("澡堂"));
        });
        assertThat(raised.stream().map(Alarm::number).distinct().count()).isLessThan(52);
    }

    @Test
    void three_of_one_crew_are_no_alarm() {
        var alarms = new Alarms();
        var reports = year();
        var cluster = START.plus(Duration.ofDays(200));
        for (int at = 0; at < 3; at++) {
            reports.add(report(
                    "x" + at,
                    "采一",
                    "E4",
                    cluster.plus(Duration.ofDays(at)),
                    List.of("南楼浴池冰水", "南楼洗澡没热水", "南楼澡堂水凉").get(at)));
        }
        reports.sort(Comparator.comparing(Report::at));

        for (var report : reports) {
            assertThat(alarms.place(report).map(Alarm::reports).orElse(List.of()))
                    .doesNotContainSequence("x0", "x1", "x2");
        }
    }

    @Test
    void numbers_of_places_are_one_however_they_are_written() {
        assertThat(Reader.numbered("三号皮带 12采区 十二采").keySet()).contains("3号", "12采");
        assertThat(Reader.numbered("3#皮带").keySet()).contains("3号");
    }

    private ArrayList<Report> year() {
        var reports = new ArrayList<Report>();
        for (int at = 0; at < 900; at++) {
            var cells = STANDING.get(random.nextInt(STANDING.size())).split("\\|");
            reports.add(report(
                    "s" + at,
                    CREWS.get(random.nextInt(CREWS.size())),
                    cells[0],
                    START.plusSeconds((long) (random.nextDouble() * 300 * 86_400)),
                    cells[1]));
        }
        return reports;
    }

    private static Report report(String id, String crew, String matter, Instant at, String words) {
        return new Report(id, crew, "", matter, at, "", words);
    }
}
