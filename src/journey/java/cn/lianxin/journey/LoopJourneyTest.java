package cn.lianxin.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;

@JourneyTest
class LoopJourneyTest {

    @Autowired
    Collieries collieries;

    @Autowired
    Shortcuts shortcuts;

    @ParameterizedTest
    @EnumSource
    void what_is_not_solved_is_raised_again_and_in_the_end_reviewed_by_somebody_new(Face face, Devices devices) {
        var colliery = collieries.found();
        var worker = devices.phone(face).signIn(colliery.worker());
        var desk = devices.desktop(face).signIn(colliery.desk());
        var handler = devices.desktop(face).signIn(colliery.payHandler());
        var leader = devices.phone(face).signIn(colliery.payLeader());
        var firstSupervisor = devices.desktop(face).signIn(colliery.supervisor());
        var secondSupervisor = devices.desktop(face).signIn(colliery.secondSupervisor());

        worker.press("concern.raise")
                .write("raise.words", "九月工资少发，问了两回没人说得清")
                .press("raise.next")
                .press("raise.next")
                .press("raise.send")
                .sees("sent.title");
        var number = shortcuts.latestOf(colliery.worker()).toString();

        desk.followMessageAbout(number)
                .select("concern.matter", "A1 ")
                .select("concern.lead", Colliery.PAY)
                .press("move.accept-as-above")
                .sees("state.ASSIGNED");
        handler.followMessageAbout(number).press("move.acknowledge").sees("state.IN_HAND");
        reply(handler, "按考勤核，没有少发").sees("state.REPLY_DRAFTED");
        worker.open("/concerns/" + number);
        assertThat(worker.text()).doesNotContain("按考勤核，没有少发");
        leader.followMessageAbout(number)
                .seesWords("按考勤核，没有少发")
                .press("move.approve")
                .sees("state.REPLIED");

        worker.open("/concerns/" + number)
                .seesWords("按考勤核，没有少发")
                .choose("solved.NOT_SOLVED")
                .press("satisfied.NOT_SATISFIED")
                .sees("verdict.kept");
        handler.open("/concerns/" + number).doesNotSee("solved.NOT_SOLVED");
        worker.unfold("concern.raise-again")
                .write("concern.raise-again.why", "夜班费那一栏是零，我上了九个夜班")
                .press("concern.raise-again")
                .seesWords("夜班费那一栏是零");

        desk.followMessageAbout(number)
                .seesWords("夜班费那一栏是零")
                .select("concern.lead", Colliery.PAY)
                .press("move.assign")
                .sees("state.ASSIGNED");
        handler.followMessageAbout(number).press("move.acknowledge");
        reply(handler, "夜班费下月补 432 元");
        firstSupervisor
                .open("/concerns/" + number)
                .unfold("move.note")
                .write("move.note.text", "请当面讲清楚")
                .press("move.note");
        leader.followMessageAbout(number).press("move.approve");

        worker.open("/concerns/" + number).seesWords("夜班费下月补 432 元");
        assertThat(worker.text()).doesNotContain("请当面讲清楚");
        worker.unfold("concern.review")
                .write("concern.review.why", "为什么要等下月")
                .press("concern.review")
                .seesWords(colliery.secondSupervisor().name());

        firstSupervisor.open("/concerns/" + number).doesNotSee("move.take-review");
        secondSupervisor
                .followMessageAbout(number)
                .press("move.take-review")
                .choose("review-outcome.CHANGED")
                .write("move.decide-review.opinion", "本月 30 日前补发")
                .press("move.decide-review")
                .sees("state.REVIEWED");

        worker.open("/concerns/" + number).seesWords("本月 30 日前补发").sees("verdict.question");
    }

    private static Walk reply(Walk handler, String opinion) {
        Map.of("reply.request", "补发少发的工资", "reply.facts", "查了九月考勤和工资表", "reply.basis", "《工资支付办法》第六条")
                .forEach(handler::write);
        return handler.write("reply.opinion", opinion).press("move.reply");
    }
}
