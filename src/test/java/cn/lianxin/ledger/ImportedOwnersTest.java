package cn.lianxin.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import cn.lianxin.ProductTest;
import cn.lianxin.concern.CaseFile;
import cn.lianxin.concern.ConcernLine;
import cn.lianxin.concern.ConcernLists;
import cn.lianxin.concern.ConcernNumber;
import cn.lianxin.concern.ReadingConcerns;
import cn.lianxin.identity.Village;
import cn.lianxin.kernel.Actor;
import cn.lianxin.kernel.Grant;
import cn.lianxin.kernel.Role;
import cn.lianxin.organization.Directory;
import cn.lianxin.platform.audit.Door;
import cn.lianxin.platform.spreadsheet.SpreadsheetFormat;
import cn.lianxin.promise.Responsibility;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;

@ProductTest
class ImportedOwnersTest {

    private static final List<String> HEADER = List.of("反映人", "事项", "反映时间", "内容", "答复意见", "答复时间");

    @TempDir
    Path directory;

    @Autowired
    Office office;

    @Autowired
    Village village;

    @Autowired
    Responsibility responsibility;

    @Autowired
    Directory people;

    @Autowired
    ConcernLists lists;

    @Autowired
    ReadingConcerns reading;

    @Autowired
    ExportingLedgers exporting;

    private Office.Desk desk;

    @BeforeEach
    void open() {
        desk = office.open();
    }

    @Test
    void what_is_not_answered_waits_since_its_own_day_for_the_one_who_leads_on_it_today() throws IOException {
        var department = village.district(desk.mine());
        var handler = village.holder(Role.HANDLER, department);
        responsibility.assign("A1", desk.mine(), department, LocalDate.of(2020, 1, 1));

        bring(List.of("", "A1", "2023-05-06", "工资少发了", "", ""), List.of("", "A2", "2023-05-06", "奖金少发了", "", ""));

        var waiting = lines(desk.clerk());
        assertThat(waiting).extracting(ConcernLine::state).containsOnly("FILED");
        assertThat(waiting).extracting(ConcernLine::ownerName).containsExactly(name(handler), name(desk.person()));
        assertThat(file(waiting.getFirst()).filedAt()).isEqualTo("2023-05-05T16:00:00Z");
        assertThat(file(waiting.getFirst()).replyBy()).isBefore("2023-08-01T00:00:00Z");
    }

    @Test
    void nobody_owns_what_he_raised_himself() throws IOException {
        var department = village.district(desk.mine());
        var handler = village.holder(Role.HANDLER, department);
        responsibility.assign("A1", desk.mine(), department, LocalDate.of(2020, 1, 1));

        bring(List.of(people.person(handler).staffNumber(), "A1", "2023-05-06", "工资少发了", "", ""));

        assertThat(lines(desk.clerk())).extracting(ConcernLine::ownerName).containsExactly(name(desk.person()));
    }

    @Test
    void what_the_ledger_calls_a_report_of_wrongdoing_is_for_supervisors_and_not_for_other_desks() throws IOException {
        var supervisor = village.holder(Role.SUPERVISOR, desk.mine());
        var colleague = member(Role.DESK_OFFICER);

        var ledger = bring(
                List.of("", "K4", "2023-05-06", "队长收钱", "", ""), List.of("", "A1", "2023-05-07", "工资少发了", "", ""));

        assertThat(lines(desk.clerk())).extracting(ConcernLine::words).containsExactly("工资少发了");
        assertThat(lines(Office.member(supervisor, new Grant(Role.SUPERVISOR, desk.mine()))))
                .extracting(ConcernLine::ownerName)
                .startsWith(name(supervisor));
        assertThat(givenBack(ledger, desk.clerk())).contains("队长收钱", "工资少发了");
        assertThat(givenBack(ledger, colleague)).contains("工资少发了").doesNotContain("队长收钱");
    }

    private Actor member(Role role) {
        return Office.member(village.holder(role, desk.mine()), new Grant(role, desk.mine()));
    }

    @SafeVarargs
    private LedgerImport bring(List<String>... rows) throws IOException {
        var file = InventedLedger.write(directory, "a.csv", SpreadsheetFormat.CSV_UTF8, HEADER, List.of(rows));
        return office.bring(file, desk);
    }

    private String givenBack(LedgerImport ledger, Actor actor) {
        var out = new ByteArrayOutputStream();
        exporting.asImported(ledger.id(), out, SpreadsheetFormat.CSV_UTF8, actor);
        return out.toString(StandardCharsets.UTF_8);
    }

    private List<ConcernLine> lines(Actor actor) {
        var lines = new ArrayList<ConcernLine>();
        lists.eachLine(actor, lines::add);
        return lines;
    }

    private CaseFile file(ConcernLine line) {
        return reading.open(ConcernNumber.parse(line.number()).orElseThrow(), Door.PAGE, desk.clerk());
    }

    private String name(cn.lianxin.kernel.PersonId person) {
        return people.person(person).name();
    }
}
