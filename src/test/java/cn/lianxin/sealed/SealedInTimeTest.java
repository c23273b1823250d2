package cn.lianxin.sealed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import cn.lianxin.ProductTest;
import cn.lianxin.TestClock;
import cn.lianxin.identity.Village;
import cn.lianxin.kernel.Actor;
import cn.lianxin.kernel.Grant;
import cn.lianxin.kernel.PersonId;
import cn.lianxin.kernel.Refusal;
import cn.lianxin.kernel.Role;
import cn.lianxin.kernel.UnitId;
import cn.lianxin.platform.notification.Inbox;
import cn.lianxin.platform.notification.InboxMessage;
import cn.lianxin.sealed.SealedStep.Kind;
import com.nimbusds.jose.jwk.ECKey;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

/** Nobody lets a sealed report lie, and whoever sent it is not left alone. */
@ProductTest
@Import(SealedTrial.class)
class SealedInTimeTest {

    @Autowired
    Village village;

    @Autowired
    SealedTrial trial;

    @Autowired
    SealingReports sealing;

    @Autowired
    ReadingSealed reading;

    @Autowired
    SenderReturns returns;

    @Autowired
    GuardingSenders guarding;

    @Autowired
    LateAnswers late;

    @Autowired
    Officers officers;

    @Autowired
    Inbox inbox;

    final String seed = UUID.randomUUID().toString();
    UnitId mine;
    Actor.Member first;
    Actor.Member second;
    Actor.Member above;
    Actor.Member desk;

    @BeforeEach
    void found() {
        var group = village.mine();
        mine = village.district(group);
        first = member(village.holder(Role.SUPERVISOR, mine), Role.SUPERVISOR, mine);
        second = member(village.holder(Role.SUPERVISOR, mine), Role.SUPERVISOR, mine);
        above = member(village.holder(Role.SUPERVISOR, group), Role.SUPERVISOR, group);
        desk = member(village.holder(Role.DESK_OFFICER, mine), Role.DESK_OFFICER, mine);
        trial.recoveryKey(member(village.worker(mine), Role.ADMINISTRATOR, mine));
    }

    @AfterEach
    void today() {
        TestClock.reset();
    }

    @Test
    @DisplayName("信访工作条例 第二十三条：十五日内答复；过了日子，点名的下一位接着负责，都不答复就往上一级")
    void who_lets_the_day_go_by_loses_it_to_the_next_and_after_all_of_them_it_climbs() {
        var number = filed(true, first, second);

        after(12);
        assertThat(messages(first)).contains("notice.sealed-due");
        after(3);
        assertThat(owner(number, first)).isEqualTo(first.person());
        after(1);
        assertThat(owner(number, first)).isEqualTo(second.person());
        after(4);
        assertThat(owner(number, first)).isEqualTo(second.person());
        after(1);

        var report = reading.get(number, above);
        assertThat(report.owner().person()).isEqualTo(above.person());
        assertThat(report.steps().stream().filter(step -> step.kind() == Kind.LATE))
                .hasSize(2);
        assertThat(messages(above)).contains("notice.sealed-yours");
        assertThat(reading.open(number, above).envelope()).isEmpty();
        assertThat(reading.get(number, first).dueOn()).isEqualTo(report.dueOn());
    }

    @Test
    void where_the_sender_does_not_trust_the_one_above_it_never_climbs() {
        var number = filed(false, first);

        after(60);
        after(60);

        assertThat(owner(number, first)).isEqualTo(first.person());
        assertThatExceptionOfType(Refusal.NotFound.class).isThrownBy(() -> reading.get(number, above));
    }

    @Test
    void what_is_answered_stays_where_it_is() {
        var number = filed(true, first, second);
        answer(number);

        after(60);

        assertThat(owner(number, first)).isEqualTo(first.person());
        returns.judge(SealedTrial.opening(seed), false);
        after(16);
        assertThat(owner(number, first)).isEqualTo(second.person());
    }

    @Test
    @DisplayName("信访工作条例 第四十六条：不得打击报复；30、90、180 天各问一声")
    void the_sender_is_asked_after_thirty_ninety_and_a_hundred_and_eighty_days() {
        filed(true, first);
        assertThat(asked()).isFalse();
        assertThatExceptionOfType(Refusal.Conflict.class)
                .isThrownBy(() -> returns.say(SealedTrial.opening(seed), false))
                .satisfies(refusal -> assertThat(refusal.code()).isEqualTo("sealed-not-asked"));

        for (var days : List.of(30, 60, 90)) {
            after(days);
            assertThat(asked()).isTrue();
            returns.say(SealedTrial.opening(seed), false);
            assertThat(asked()).isFalse();
        }
    }

    @Test
    void trouble_goes_to_another_line_at_once_and_those_who_read_the_report_learn_nothing_of_it() {
        var number = filed(true, first, second);

        returns.say(SealedTrial.opening(seed), true);
        returns.say(SealedTrial.opening(seed), true);

        assertThat(guarding.of(above)).hasSize(1);
        assertThat(messages(above)).contains("notice.sealed-trouble");
        assertThat(messages(first)).doesNotContain("notice.sealed-trouble");
        assertThat(officers.stepsForReaders(reading.get(number, first))).isEmpty();
        assertThatExceptionOfType(Refusal.NotFound.class).isThrownBy(() -> reading.get(number, above));
        for (var nobody : List.of(first, second, desk)) {
            assertThatExceptionOfType(Refusal.NotFound.class).isThrownBy(() -> guarding.get(number, nobody));
        }

        guarding.help(number, "到工会 203 找我，电话 8000", above);

        assertThat(report().steps().getLast().note()).isEqualTo("到工会 203 找我，电话 8000");
        assertThat(guarding.of(above)).isEmpty();
        returns.say(SealedTrial.opening(seed), true);
        assertThat(report().steps().getLast().person())
                .isNotEqualTo(report().steps().getFirst().person());
    }

    @Test
    void who_does_nothing_in_time_loses_the_sender_to_the_next() {
        var number = filed(true, first);
        returns.say(SealedTrial.opening(seed), true);
        assertThat(guarding.get(number, above).number()).isEqualTo(number);

        after(2);

        assertThatExceptionOfType(Refusal.NotFound.class).isThrownBy(() -> guarding.get(number, above));
        assertThat(guarding.get(number, desk).number()).isEqualTo(number);
        after(2);
        assertThat(guarding.get(number, above).number()).isEqualTo(number);
    }

    @Test
    void a_help_without_words_is_refused() {
        var number = filed(true, first);
        returns.say(SealedTrial.opening(seed), true);

        assertThatExceptionOfType(Refusal.Violation.class).isThrownBy(() -> guarding.help(number, " \n", above));
        assertThatExceptionOfType(Refusal.Violation.class)
                .isThrownBy(() -> guarding.help(number, "字".repeat(501), above));
    }

    private String filed(boolean climbs, Actor.Member... readers) {
        var keys = Arrays.stream(readers).map(trial::keyOf).toArray(ECKey[]::new);
        var sent = trial.report(seed, "内容", SealedTrial.newKey(), keys);
        return sealing.seal(new NewSealedReport.Sent(
                                sent.token(),
                                sent.opening(),
                                sent.reporter(),
                                sent.reporterLock(),
                                sent.head(),
                                sent.envelope(),
                                climbs)
                        .checked())
                .number();
    }

    private void answer(String number) {
        var readers = reading.open(number, first).readers().stream()
                .map(key -> SealedTrial.parsed(key.json()))
                .toArray(ECKey[]::new);
        reading.answer(number, trial.envelope(trial.parcel("查了"), readers).checked(Sealing.HEAD), first);
    }

    private void after(int days) {
        TestClock.forward(Duration.ofDays(days));
        late.look();
        guarding.look();
    }

    private PersonId owner(String number, Actor by) {
        return reading.get(number, by).owner().person();
    }

    private SealedReport report() {
        return returns.find(SealedTrial.opening(seed)).orElseThrow();
    }

    private boolean asked() {
        return returns.peace(report()).asked();
    }

    private List<String> messages(Actor.Member of) {
        return inbox.page(of.person(), Optional.empty()).rows().stream()
                .map(InboxMessage::key)
                .toList();
    }

    private static Actor.Member member(PersonId person, Role role, UnitId unit) {
        return new Actor.Member(person, "某" + person.value(), List.of(new Grant(role, unit)));
    }
}
