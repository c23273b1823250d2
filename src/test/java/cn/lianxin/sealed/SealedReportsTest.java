package cn.lianxin.sealed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import cn.lianxin.ProductTest;
import cn.lianxin.TestClock;
import cn.lianxin.identity.IdentityEvent;
import cn.lianxin.identity.Village;
import cn.lianxin.kernel.Actor;
import cn.lianxin.kernel.Grant;
import cn.lianxin.kernel.PersonId;
import cn.lianxin.kernel.Refusal;
import cn.lianxin.kernel.Role;
import cn.lianxin.kernel.UnitId;
import cn.lianxin.platform.web.Screen;
import cn.lianxin.sealed.RecoveringSealed.Begin;
import cn.lianxin.sealed.RecoveringSealed.Holder;
import com.nimbusds.jose.jwk.ECKey;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Import;

@ProductTest
@Import(SealedTrial.class)
class SealedReportsTest {

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
    RecoveringSealed recovering;

    @Autowired
    ApplicationEventPublisher events;

    UnitId mine;
    Actor.Member officer;
    Actor.Member other;
    Actor.Member administrator;
    ECKey officersKey;
    ECKey othersKey;

    @BeforeEach
    void found() {
        mine = village.mine();
        officer = supervisor();
        other = supervisor();
        administrator = member(village.worker(mine), Role.ADMINISTRATOR);
        trial.recoveryKey(administrator);
        officersKey = trial.keyOf(officer);
        othersKey = trial.keyOf(other);
    }

    @AfterEach
    void today() {
        TestClock.reset();
    }

    @Test
    void sent_twice_it_is_filed_once() {
        var report = report("twice").checked();

        var first = sealing.seal(report);
        var second = sealing.seal(report);

        assertThat(second.number()).isEqualTo(first.number());
        assertThat(reading.mine(officer)).hasSize(1);
    }

    @Test
    void it_exists_for_those_it_is_closed_for_and_for_nobody_else() {
        var number = trial.file("只给一个人看", officersKey);
        var deputy = new Actor.Member(
                village.worker(mine),
                "代",
                officer.grants(),
                List.of(new Actor.StandIn(
                        officer.person(),
                        "纪",
                        false,
                        TestClock.now().plusSeconds(60),
                        officer.grants(),
                        officer.grants())));

        assertThat(reading.get(number, officer).number()).isEqualTo(number);
        for (var nobody : List.of(other, administrator, deputy, member(village.worker(mine), Role.UNIT_LEADER))) {
            assertThatExceptionOfType(Refusal.NotFound.class).isThrownBy(() -> reading.get(number, nobody));
            assertThatExceptionOfType(Refusal.NotFound.class).isThrownBy(() -> reading.open(number, nobody));
        }
        assertThat(reading.mine(other)).isEmpty();
    }

    @Test
    void the_first_who_was_named_answers_for_it_within_fifteen_days() {
        var number = trial.file("两个人看", othersKey, officersKey);

        var report = reading.get(number, officer);

        assertThat(report.owner().person()).isEqualTo(other.person());
        assertThat(report.dueOn()).isEqualTo(LocalDate.now(Screen.ZONE).plusDays(15));
    }

    @Test
    void whoever_sent_it_reads_who_looked_and_judges_the_answer_and_a_no_makes_a_new_date() {
        var seed = UUID.randomUUID().toString();
        var reporter = SealedTrial.newKey();
        var number = sealing.seal(
                        trial.report(seed, "谁看过", reporter, officersKey).checked())
                .number();
        reading.open(number, officer);
        var readers = reading.open(number, officer).readers().stream()
                .map(key -> SealedTrial.parsed(key.json()))
                .toArray(ECKey[]::new);
        assertThatExceptionOfType(Refusal.Conflict.class)
                .isThrownBy(() -> returns.judge(SealedTrial.opening(seed), true))
                .satisfies(refusal -> assertThat(refusal.code()).isEqualTo("sealed-not-answered"));

        reading.answer(number, trial.envelope(trial.parcel("查了"), readers).checked(Sealing.HEAD), officer);
        TestClock.forward(Duration.ofDays(3));
        returns.judge(SealedTrial.opening(seed), false);

        var report = returns.find(SealedTrial.opening(seed)).orElseThrow();
        assertThat(report.steps().stream().map(SealedStep::kind))
                .containsExactly(
                        SealedStep.Kind.OPENED,
                        SealedStep.Kind.OPENED,
                        SealedStep.Kind.ANSWERED,
                        SealedStep.Kind.NOT_ENOUGH);
        assertThat(report.steps().getFirst().person()).contains(officer.person());
        assertThat(report.steps().getFirst().post()).isEqualTo("采煤工");
        assertThat(report.state()).isEqualTo(new SealedState.NotEnough());
        assertThat(report.dueOn()).isEqualTo(LocalDate.now(Screen.ZONE).plusDays(18));
        assertThat(returns.answers(report)).hasSize(1);
    }

    @Test
    void an_answer_that_the_sender_could_not_read_is_refused() {
        var number = trial.file("答复要给他看", officersKey);

        assertThatExceptionOfType(Refusal.Conflict.class)
                .isThrownBy(() -> reading.answer(
                        number,
                        trial.envelope(trial.parcel("查了"), officersKey, othersKey)
                                .checked(Sealing.HEAD),
                        officer))
                .satisfies(refusal -> assertThat(refusal.code()).isEqualTo("sealed-key-stale"));
    }

    @Test
    void closed_for_a_key_that_was_replaced_it_is_refused_in_words() {
        var report = report("stale").checked();
        trial.keyOf(officer);

        assertThatExceptionOfType(Refusal.Conflict.class)
                .isThrownBy(() -> sealing.seal(report))
                .satisfies(refusal -> assertThat(refusal.code()).isEqualTo("sealed-key-stale"));
    }

    @Test
    void without_the_key_of_the_installation_it_is_refused() {
        var sent = report("without");
        var alone = trial.envelope(trial.parcel("没有备用"), officersKey, othersKey);
        var report = new NewSealedReport.Sent(
                        sent.token(), sent.opening(), sent.reporter(), sent.reporterLock(), sent.head(), alone, true)
                .checked();

        assertThatExceptionOfType(Refusal.Conflict.class)
                .isThrownBy(() -> sealing.seal(report))
                .satisfies(refusal -> assertThat(refusal.code()).isEqualTo("sealed-key-stale"));
    }

    @Test
    void when_its_only_reader_goes_the_next_supervisor_answers_for_it_and_two_holders_open_it_for_him() {
        var number = trial.file("他走了", officersKey);

        events.publishEvent(new IdentityEvent.GrantEnded(officer.person(), Role.SUPERVISOR, mine));

        assertThatExceptionOfType(Refusal.NotFound.class).isThrownBy(() -> reading.get(number, officer));
        assertThat(reading.get(number, other).owner().person()).isEqualTo(other.person());
        assertThat(reading.open(number, other).envelope()).isEmpty();
        var key = new ContentKey(othersKey.getKeyID(), PublicKey.of(SealedTrial.sent(othersKey)), "A".repeat(54));
        assertThatExceptionOfType(Refusal.Conflict.class)
                .isThrownBy(() -> recovering.give(number, key, other))
                .satisfies(refusal -> assertThat(refusal.code()).isEqualTo("sealed-no-recovery"));
        assertThatExceptionOfType(Refusal.Violation.class)
                .isThrownBy(() -> recovering.begin(number, new Begin(Set.of(Holder.LABOUR), "接手"), other))
                .satisfies(refusal -> assertThat(refusal.code()).isEqualTo("sealed-two-holders"));

        recovering.begin(number, new Begin(Set.of(Holder.LABOUR, Holder.DISCIPLINE), "接手"), other);
        recovering.give(number, key, other);

        assertThat(reading.open(number, other).envelope()).isPresent();
        assertThat(reading.get(number, other).steps().stream().map(SealedStep::note))
                .contains("纪检老李、工会老张：接手");
    }

    @Test
    void where_two_may_read_it_and_the_first_goes_the_second_answers() {
        var number = trial.file("两个人", officersKey, othersKey);

        events.publishEvent(new IdentityEvent.GrantEnded(officer.person(), Role.SUPERVISOR, mine));

        assertThat(reading.get(number, other).owner().person()).isEqualTo(other.person());
        assertThat(reading.get(number, other).recipients()).hasSize(1);
    }

    private NewSealedReport.Sent report(String what) {
        return trial.report(what + UUID.randomUUID(), "内容", SealedTrial.newKey(), officersKey);
    }

    private Actor.Member supervisor() {
        return member(village.holder(Role.SUPERVISOR, mine), Role.SUPERVISOR);
    }

    private Actor.Member member(PersonId person, Role role) {
        return new Actor.Member(person, "某" + person.value(), List.of(new Grant(role, mine)));
    }
}
