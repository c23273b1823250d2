package cn.lianxin.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;

/** Three small complaints become one problem: cause, cure, date, watched, and there again. */
@JourneyTest
class ProblemJourneyTest {

    private static final Path PICTURES = Path.of("target", "journeys");
    private static final String TITLE = "二号澡堂晚班没热水";

    @Autowired
    Collieries collieries;

    @Autowired
    Shortcuts shortcuts;

    @ParameterizedTest
    @EnumSource
    void three_concerns_become_a_problem_that_is_put_right_watched_and_there_again(Face face, Devices devices) {
        var colliery = collieries.found();
        var first = shortcuts.raise("澡堂晚班下来没热水，连着四天了", colliery);
        var second = shortcuts.raise("洗澡水是凉的，晚班的都感冒了", colliery);
        var third = shortcuts.raise("二号澡堂热水十点就停", colliery);
        List.of(first, second, third).forEach(number -> shortcuts.take(number, colliery));

        var desk = devices.desktop(face).signIn(colliery.desk());
        desk.open("/problems").sees("problem.list.none");
        desk.open("/concerns/" + first).press("problem.open-or-attach");
        desk.write("problem.title", TITLE)
                .write("problem.concerns.numbers", first + "\n" + second + "\n" + third)
                .press("problem.open.send")
                .seesWords(TITLE)
                .seesWords(second.toString())
                .seesWords(colliery.services().name());
        photograph(desk, "problem-opened", face);

        var owner = devices.desktop(face).signIn(colliery.services());
        owner.open("/concerns/" + second).seesWords(TITLE).pressWords(TITLE);
        owner.write("problem.cause.what", "加热管归谁检修没人管")
                .write("problem.cause.found", "到锅炉房看了，检修本三个月没人签字")
                .press("problem.cause.name")
                .sees("problem-deed.CAUSE_NAMED");
        owner.write("problem.cure.what", "换两根加热管，每周一检修")
                .write("problem.cure.whom", "后勤科锅炉班")
                .write("problem.cure.day", LocalDate.now().plusDays(5).toString())
                .press("problem.cure.decide")
                .sees("problem-deed.CURE_DECIDED");
        owner.write("problem.done.shown", "换管照片、检修本第一页").press("problem.done").sees("problem-state.WATCHED");
        owner.press("problem.tell").sees("problem.told.yes");
        photograph(owner, "problem-watched", face);
        var worker = devices.phone(face).signIn(colliery.worker());
        worker.open("/concerns/" + first).seesWords(TITLE);
        photograph(worker, "problem-worker", face);

        var again = shortcuts.raise("澡堂又没热水了", colliery);
        shortcuts.take(again, colliery);
        desk.open("/concerns/" + again).sees("problem.again.maybe");
        photograph(desk, "problem-again", face);
        desk.press("problem.again").sees("problem-deed.RECURRED").sees("problem-state.OPENED");
        photograph(desk, "problem-recurred", face);
        desk.open("/problems").seesWords(TITLE).sees("problem.recurred", 1);
        photograph(desk, "problem-list", face);
        var phone = devices.phone(face).signIn(colliery.desk());
        phone.open("/problems").seesWords(TITLE);
        photograph(phone, "problem-list-phone", face);
        phone.pressWords(TITLE).sees("problem-deed.RECURRED");
        photograph(phone, "problem-phone", face);
        assertThat(worker.open("/concerns/" + second).text()).doesNotContain(again.toString());
    }

    private static void photograph(Walk walk, String name, Face face) {
        walk.photograph(PICTURES.resolve(name + "-" + face.name().toLowerCase(Locale.ROOT) + ".png"));
    }
}
