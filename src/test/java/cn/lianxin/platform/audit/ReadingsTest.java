package cn.lianxin.platform.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.lianxin.ProductTest;
import cn.lianxin.TestClock;
import cn.lianxin.identity.Village;
import cn.lianxin.kernel.Actor;
import cn.lianxin.kernel.Grant;
import cn.lianxin.kernel.Role;
import cn.lianxin.kernel.UnitId;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@ProductTest
class ReadingsTest {

    @Autowired
    Readings readings;

    @Autowired
    JdbcClient sql;

    @Autowired
    TransactionTemplate transactions;

    @Autowired
    Village village;

    private final String subject = "test:" + UUID.randomUUID();
    private Reader officer;

    /** Somebody of the roster: a page that is marked for its reader has to know him. */
    @BeforeEach
    void hire() {
        officer = Reader.person(
                new Actor.Member(
                        village.worker(village.mine()),
                        "李秀梅",
                        List.of(
                                new Grant(Role.SUPERVISOR, new UnitId(1)),
                                new Grant(Role.ADMINISTRATOR, new UnitId(1)),
                                new Grant(Role.DESK_OFFICER, new UnitId(1)),
                                new Grant(Role.DESK_OFFICER, new UnitId(2)))),
                "干事",
                "群众工作部");
    }

    @AfterEach
    void clockRunsAsBefore() {
        TestClock.reset();
    }

    @Test
    void who_read_is_kept_as_he_was_called_and_with_the_roles_by_which_he_sees() {
        readings.record(officer, Door.PAGE, List.of(new Readings.Shown(subject, true, "王强")));

        var reading = all().getFirst();

        assertThat(reading.reader()).isEqualTo(officer);
        assertThat(reading.reader().roles()).containsExactly(Role.DESK_OFFICER, Role.SUPERVISOR);
        assertThat(reading.inPlaceOf()).isEqualTo("王强");
        assertThat(reading.named()).isTrue();
        assertThat(reading.reader().isProgram()).isFalse();
    }

    @Test
    void a_program_is_kept_by_its_name() {
        var program = Reader.application(new Actor.Application(3, "小程序", List.of()));
        readings.record(program, Door.INTERFACE, shown());

        assertThat(all().getFirst().reader().name()).isEqualTo("小程序");
        assertThat(all().getFirst().reader().isProgram()).isTrue();
    }

    @Test
    void twice_through_a_door_within_its_slot_is_one_reading_at_the_first_moment() {
        atTheBeginningOfAnHour();
        readings.record(officer, Door.PAGE, shown());
        var first = all().getFirst().at();
        TestClock.forward(Duration.ofMinutes(4));
        readings.record(officer, Door.PAGE, shown());

        assertThat(all()).extracting(Reading::at).containsExactly(first);

        TestClock.forward(Duration.ofMinutes(7));
        readings.record(officer, Door.PAGE, shown());

        assertThat(all()).hasSize(2);
    }

    @Test
    void a_line_in_a_list_is_one_reading_an_hour() {
        atTheBeginningOfAnHour();
        for (var time = 0; time < 6; time++) {
            readings.record(officer, Door.LIST, shown());
            TestClock.forward(Duration.ofMinutes(9));
        }
        assertThat(all()).hasSize(1);

        TestClock.forward(Duration.ofMinutes(10));
        readings.record(officer, Door.LIST, shown());

        assertThat(all()).hasSize(2);
    }

    @Test
    void another_door_another_reader_and_the_name_are_readings_of_their_own() {
        atTheBeginningOfAnHour();
        var other = new Reader("person:9", "赵", "", "", List.of());
        readings.record(officer, Door.PAGE, shown());
        readings.record(officer, Door.FILE, shown());
        readings.record(other, Door.PAGE, shown());
        readings.record(officer, Door.PAGE, List.of(new Readings.Shown(subject, true, "")));
        readings.record(officer, Door.PAGE, List.of(new Readings.Shown(subject, false, "王强")));

        assertThat(all()).hasSize(5);
    }

    @Test
    void lines_in_lists_stand_there_only_where_they_are_asked_for() {
        readings.record(officer, Door.LIST, shown());
        readings.record(officer, Door.PAGE, shown());

        assertThat(readings.of(subject, false, Optional.empty()).rows())
                .extracting(Reading::door)
                .containsExactly(Door.PAGE);
        assertThat(all()).extracting(Reading::door).containsExactly(Door.PAGE, Door.LIST);
    }

    @Test
    void a_whole_list_is_one_statement_and_many_readings_are_read_page_by_page() {
        var subjects = IntStream.range(0, 60).mapToObj(each -> subject + each).toList();
        readings.record(
                officer,
                Door.LIST,
                subjects.stream()
                        .map(each -> new Readings.Shown(each, false, ""))
                        .toList());
        for (var each : subjects) {
            assertThat(readings.of(each, true, Optional.empty()).rows()).hasSize(1);
        }
        for (var minute = 0; minute < 30; minute++) {
            TestClock.forward(Duration.ofMinutes(11));
            readings.record(officer, Door.PAGE, shown());
        }

        var first = readings.of(subject, false, Optional.empty());
        var second = readings.of(subject, false, first.next());

        assertThat(first.rows()).hasSize(25);
        assertThat(second.rows()).hasSize(5);
        assertThat(second.next()).isEmpty();
        assertThat(first.rows().getFirst().at()).isAfter(second.rows().getLast().at());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update audit.reading set name = 'nobody'",
                "delete from audit.reading",
                "truncate audit.reading",
                "truncate audit.reading restart identity cascade"
            })
    void the_database_itself_refuses_to_change_what_was_read(String change) {
        readings.record(officer, Door.PAGE, shown());

        assertThatThrownBy(() -> sql.sql(change).update())
                .isInstanceOf(DataAccessException.class)
                .rootCause()
                .hasMessageContaining("append-only");
        assertThat(all()).extracting(reading -> reading.reader().name()).containsExactly("李秀梅");
    }

    @Test
    void what_was_rolled_back_was_not_read() {
        transactions.executeWithoutResult(transaction -> {
            readings.record(officer, Door.PAGE, shown());
            transaction.setRollbackOnly();
        });

        assertThat(all()).isEmpty();
    }

    private List<Reading> all() {
        return readings.of(subject, true, Optional.empty()).rows();
    }

    private List<Readings.Shown> shown() {
        return List.of(new Readings.Shown(subject, false, ""));
    }

    private static void atTheBeginningOfAnHour() {
        var passed = TestClock.now().getEpochSecond() % 3_600;
        TestClock.forward(Duration.ofSeconds(3_600 - passed));
    }
}
