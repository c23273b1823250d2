package cn.lianxin.privacy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.lianxin.ProductTest;
import cn.lianxin.concern.Mine;
import cn.lianxin.concern.RaisingConcerns;
import cn.lianxin.concern.ReadingConcerns;
import cn.lianxin.concern.Reporter;
import cn.lianxin.identity.Village;
import cn.lianxin.kernel.Actor;
import cn.lianxin.kernel.Grant;
import cn.lianxin.kernel.PersonId;
import cn.lianxin.kernel.Refusal;
import cn.lianxin.kernel.Role;
import cn.lianxin.platform.audit.Door;
import cn.lianxin.platform.notification.Inbox;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Who asks for a correction or an erasure is answered by one person, with a date. */
@ProductTest
class DataRequestsTest {

    @Autowired
    AskingForData asking;

    @Autowired
    DataRequests requests;

    @Autowired
    RaisingConcerns raising;

    @Autowired
    ReadingConcerns reading;

    @Autowired
    Inbox inbox;

    @Autowired
    Village village;

    private Mine mine;
    private Actor.Member administrator = new Actor.Member(new PersonId(0), "", List.of());

    @BeforeEach
    void found() {
        mine = new Mine(village);
        administrator = new Actor.Member(
                village.holder(Role.ADMINISTRATOR, mine.mine), "管", List.of(new Grant(Role.ADMINISTRATOR, mine.mine)));
    }

    @Test
    void a_correction_is_owned_by_the_nearest_administrator_and_answered_by_him() {
        asking.ask(DataRequest.Kind.CORRECT, "", "名字写错了，是“玮”不是“伟”", mine.worker);

        var open = asking.open(administrator);
        assertThat(open).singleElement().satisfies(request -> {
            assertThat(request.owner()).contains(administrator.person());
            assertThat(request.dueOn()).isAfter(LocalDate.now());
        });
        assertThat(inbox.unread(administrator.person())).isOne();
        assertThat(asking.open(mine.supervisor)).isEmpty();
        asking.decide(open.getFirst().id(), true, "已经改成“玮”", administrator);

        assertThat(asking.open(administrator)).isEmpty();
        assertThat(requests.of(mine.worker.person()).getFirst().answer()).isEqualTo("已经改成“玮”");
        assertThat(inbox.unread(mine.worker.person())).isOne();
        assertThatThrownBy(() -> asking.decide(open.getFirst().id(), false, "再答一次", administrator))
                .isInstanceOf(Refusal.NotFound.class);
    }

    @Test
    void an_erasure_is_decided_by_a_supervisor_and_done_with_his_word() {
        var number = raising.raise(Mine.concern("E4", Reporter.Mode.NAMED), Mine.token(), mine.worker)
                .number();
        assertThatThrownBy(() -> asking.ask(DataRequest.Kind.ERASE, number.toString(), "不想留着", mine.worker))
                .hasMessageContaining("erasing-not-over");
        assertThatThrownBy(() -> asking.ask(DataRequest.Kind.ERASE, number.toString(), "不想留着", mine.handler))
                .hasMessageContaining("request-number");
        raising.withdraw(number, "", mine.worker);
        asking.ask(DataRequest.Kind.ERASE, number.toString(), "不想留着", mine.worker);
        assertThat(asking.open(administrator)).isEmpty();
        var request = asking.open(mine.supervisor).getFirst();

        asking.decide(request.id(), true, "已经删了", mine.supervisor);

        assertThat(reading.open(number, Door.PAGE, mine.desk).words()).isEmpty();
        assertThatThrownBy(() -> reading.open(number, Door.PAGE, mine.worker)).isInstanceOf(Refusal.NotFound.class);
    }

    @Test
    void what_is_refused_stays_as_it_was() {
        var number = raising.raise(Mine.concern("E4", Reporter.Mode.NAMED), Mine.token(), mine.worker)
                .number();
        raising.withdraw(number, "", mine.worker);
        asking.ask(DataRequest.Kind.ERASE, number.toString(), "不想留着", mine.worker);

        asking.decide(asking.open(mine.supervisor).getFirst().id(), false, "正在查，查完再删", mine.supervisor);

        assertThat(reading.open(number, Door.PAGE, mine.worker).words()).isNotEmpty();
    }
}
