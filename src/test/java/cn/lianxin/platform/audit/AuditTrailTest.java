package cn.lianxin.platform.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.lianxin.ProductTest;
import cn.lianxin.kernel.Actor;
import cn.lianxin.kernel.Grant;
import cn.lianxin.kernel.PersonId;
import cn.lianxin.kernel.Refusal;
import cn.lianxin.kernel.Role;
import cn.lianxin.kernel.UnitId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@ProductTest
class AuditTrailTest {

    private static final Actor SUPERVISOR =
            new Actor.Member(new PersonId(8), "督办员", List.of(new Grant(Role.SUPERVISOR, new UnitId(1))));
    private static final Actor LEADER =
            new Actor.Member(new PersonId(9), "矿长", List.of(new Grant(Role.UNIT_LEADER, new UnitId(1))));

    @Autowired
    AuditTrail trail;

    @Autowired
    JdbcClient sql;

    @Autowired
    TransactionTemplate transactions;

    private final String subject = "test:" + UUID.randomUUID();

    @Test
    void what_was_done_is_read_back_newest_first() {
        trail.record(LEADER, "concern.read", subject, "打开\u0000正文");
        trail.record(new Actor.ReceiptHolder("digest"), "concern.read", subject, "");
        trail.record(new Actor.Clockwork("overdue-watch"), "concern.escalated", subject, "80%");

        var entries = trail.of(subject, Optional.empty(), SUPERVISOR).rows();

        assertThat(entries)
                .extracting(AuditEntry::who)
                .containsExactly(AuditEntry.Who.CLOCKWORK, AuditEntry.Who.RECEIPT_HOLDER, AuditEntry.Who.MEMBER);
        assertThat(entries.getFirst().task()).isEqualTo("overdue-watch");
        assertThat(entries.get(1).person()).isEmpty();
        assertThat(entries.getLast().person()).contains(new PersonId(9));
        assertThat(entries.getLast().detail()).isEqualTo("打开正文");
        assertThat(trail.between(
                                Instant.now().minusSeconds(60),
                                Instant.now().plusSeconds(60),
                                Optional.empty(),
                                SUPERVISOR)
                        .rows())
                .containsAll(entries);
    }

    @Test
    void a_long_trail_is_read_page_by_page() {
        for (int i = 0; i < 120; i++) {
            trail.record(LEADER, "concern.read", subject, "第 " + i + " 次");
        }

        var first = trail.of(subject, Optional.empty(), SUPERVISOR);
        var second = trail.of(subject, first.next(), SUPERVISOR);
        var third = trail.of(subject, second.next(), SUPERVISOR);

        assertThat(first.rows()).hasSize(50);
        assertThat(second.rows().getFirst().detail()).isEqualTo("第 69 次");
        assertThat(third.rows()).hasSize(20);
        assertThat(third.next()).isEmpty();
        assertThat(trail.of(subject, Optional.of("' or 1=1"), SUPERVISOR).rows())
                .isEqualTo(first.rows());
    }

    @Test
    void for_anybody_but_a_supervisor_there_is_no_trail() {
        trail.record(LEADER, "concern.read", subject, "");

        assertThatThrownBy(() -> trail.of(subject, Optional.empty(), LEADER)).isInstanceOf(Refusal.NotFound.class);
        assertThatThrownBy(() -> trail.of(subject, Optional.empty(), new Actor.Visitor()))
                .isInstanceOf(Refusal.NotFound.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update audit.entry set detail = 'nothing happened'",
                "delete from audit.entry",
                "truncate audit.entry",
                "truncate audit.entry restart identity cascade"
            })
    void the_database_itself_refuses_to_change_what_was_recorded(String change) {
        trail.record(LEADER, "concern.read", subject, "正文");

        assertThatThrownBy(() -> sql.sql(change).update())
                .isInstanceOf(DataAccessException.class)
                .rootCause()
                .hasMessageContaining("append-only");
        assertThat(trail.of(subject, Optional.empty(), SUPERVISOR).rows())
                .extracting(AuditEntry::detail)
                .containsExactly("正文");
    }

    @Test
    void what_was_rolled_back_was_not_done() {
        transactions.executeWithoutResult(transaction -> {
            trail.record(LEADER, "concern.read", subject, "");
            transaction.setRollbackOnly();
        });

        assertThat(trail.of(subject, Optional.empty(), SUPERVISOR).rows()).isEmpty();
    }
}
