package cn.lianxin.journey;

import static org.assertj.core.api.Assertions.assertThat;

import cn.lianxin.concern.Reporter;
import java.nio.file.Path;
import java.util.Locale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;

/** A name in confidence: asked for from one line, released from another, and its bearer reads all of it. */
@JourneyTest
class ReleaseJourneyTest {

    private static final Path PICTURES = Path.of("target", "journeys");
    private static final String WHY = "班里有人放话要找他，必须知道是谁才能护住他";

    @Autowired
    Collieries collieries;

    @Autowired
    Shortcuts shortcuts;

    @ParameterizedTest
    @EnumSource
    void a_supervisor_asks_the_desk_agrees_and_the_worker_reads_who_and_why(Face face, Devices devices) {
        var colliery = collieries.found();
        var number = shortcuts
                .raise("班长让我们替他签安全确认单", Reporter.Mode.CONFIDENTIAL, colliery)
                .toString();
        var supervisor = devices.desktop(face).signIn(colliery.supervisor());
        var desk = devices.phone(face).signIn(colliery.desk());
        var worker = devices.phone(face).signIn(colliery.worker());
        var name = colliery.worker().name();

        supervisor.open("/concerns/" + number);
        assertThat(supervisor.text()).doesNotContain(name);
        supervisor.press("concern.name-requests");
        photograph(supervisor, "release-ask", face);
        supervisor
                .choose("purpose.PROTECT")
                .write("release.reason", WHY)
                .press("release.send")
                .sees("request-state.OPEN");

        desk.open("/name-requests").seesWords(number);
        photograph(desk, "release-list", face);
        desk.open("/concerns/" + number + "/name").seesWords(WHY);
        photograph(desk, "release-decide", face);
        desk.press("release.agree").sees("request-state.AGREED");

        supervisor.open("/concerns/" + number + "/name");
        assertThat(supervisor.text()).doesNotContain(name);
        supervisor.press("release.view").seesWords(name);
        photograph(supervisor, "release-name", face);

        worker.followMessageAbout(number).sees("release.mine").seesWords(WHY).sees("door.RELEASE");
        photograph(worker, "release-worker", face);
    }

    private static void photograph(Walk walk, String name, Face face) {
        walk.photograph(PICTURES.resolve(name + "-" + face.name().toLowerCase(Locale.ROOT) + ".png"));
    }
}
