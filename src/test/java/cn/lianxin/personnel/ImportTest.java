package cn.lianxin.personnel;

import static cn.lianxin.organization.Enterprise.SETUP;
import static cn.lianxin.organization.Enterprise.TODAY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import cn.lianxin.ProductTest;
import cn.lianxin.kernel.Actor;
import cn.lianxin.kernel.Refusal;
import cn.lianxin.kernel.UnitId;
import cn.lianxin.organization.Directory;
import cn.lianxin.organization.Enterprise;
import cn.lianxin.organization.KnownPeople;
import cn.lianxin.organization.PersonTraits;
import cn.lianxin.organization.Sex;
import cn.lianxin.organization.Staffing;
import cn.lianxin.organization.Structuring;
import cn.lianxin.organization.UnitKind;
import cn.lianxin.platform.spreadsheet.SpreadsheetReader;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;

@ProductTest
class ImportTest {

    @Autowired
    Enterprise enterprise;

    @Autowired
    Importing importing;

    @Autowired
    StagedImports staged;

    @Autowired
    Directory directory;

    @Autowired
    Structuring structuring;

    @Autowired
    Staffing staffing;

    @Autowired
    KnownPeople knownPeople;

    @TempDir
    Path directoryOfFiles;

    UnitId group = new UnitId(0);
    String groupCode = "";
    String prefix = "";
    Actor administrator = new Actor.Visitor();

    @BeforeEach
    void own_enterprise() {
        group = enterprise.group();
        groupCode = directory.unit(group).code();
        prefix = Enterprise.code();
        administrator = Enterprise.administrator(group);
    }

    @Test
    void units_come_in_whatever_order_and_once_only() throws IOException {
        var ledger = """
                编码,上级编码,类型,名称,简称
                #-D1,#-M1,区队,综采一队,
                #-M1,@,矿,北岭煤矿有限责任公司,北岭矿
                #-C1,#-D1,班组,早班,
                """;

        var first = importAll(ImportSubject.UNITS, ledger);
        var second = importAll(ImportSubject.UNITS, ledger);

        assertThat(first).isEqualTo(new StagedImport.Done(3, 0, 0));
        assertThat(second).isEqualTo(new StagedImport.Done(0, 0, 3));
        var crew = directory.unitByCode(prefix + "-C1").orElseThrow();
        assertThat(directory.pathName(crew.id())).isEqualTo("北岭矿 › 综采一队 › 早班");
    }

    @Test
    void units_are_renamed_and_turned_upside_down_in_place() throws IOException {
        importAll(ImportSubject.UNITS, "编码,上级编码,类型,名称\n#-A,@,区队,甲队\n#-B,#-A,区队,乙队\n#-C,#-B,班组,丙班\n");

        var done = importAll(ImportSubject.UNITS, "编码,上级编码,类型,名称\n#-B,@,区队,乙队\n#-A,#-B,区队,甲一队\n#-C,#-B,班组,丙班\n");

        assertThat(done).isEqualTo(new StagedImport.Done(0, 2, 1));
        var first = directory.unitByCode(prefix + "-A").orElseThrow();
        var second = directory.unitByCode(prefix + "-B").orElseThrow();
        assertThat(first.name()).isEqualTo("甲一队");
        assertThat(directory.upwards(first.id())).containsExactly(first.id(), second.id(), group);
    }

    @Test
    void every_fault_of_units_is_named_with_its_row_and_column() throws IOException {
        var gone = enterprise.below(group, UnitKind.DISTRICT, "旧队");
        structuring.dissolve(gone, group, TODAY, SETUP);
        var foreign = directory.unit(enterprise.group()).code();

        var plan = plan(ImportSubject.UNITS, """
                编码,上级编码,类型,名称,简称
                #-1,@,区队,一队,
                #-1,@,区队,又是一队,
                #-2,#-3,区队,二队,
                #-3,#-2,区队,三队,
                #-4,不存在,区队,四队,
                #-5,@,俱乐部,五队,
                #-6,@,区队,%s,
                坏码!,@,区队,七队,
                #-8,,区队,八队,
                %s,@,区队,旧队,
                #-9,%s,区队,九队,
                #-10,@,,十队,
                #-11,@,区队,,%s
                """.formatted(
                        "长".repeat(61), directory.unit(gone).code(), foreign, "短".repeat(21)));

        assertThat(plan.faults())
                .extracting(fault -> fault.row() + " " + fault.column() + " " + fault.code())
                .containsExactlyInAnyOrder(
                        "3 UNIT_CODE import-code-twice",
                        "4 PARENT_CODE import-circle",
                        "5 PARENT_CODE import-circle",
                        "6 PARENT_CODE import-parent-unknown",
                        "7 UNIT_KIND import-kind-unknown",
                        "8 UNIT_NAME name-too-long",
                        "9 UNIT_CODE unit-code-wrong",
                        "10 PARENT_CODE import-parent-missing",
                        "11 UNIT_CODE unit-ended",
                        "12 UNIT_CODE organization-not-yours",
                        "13 UNIT_KIND import-kind-missing",
                        "14 UNIT_NAME name-missing",
                        "14 SHORT_NAME name-too-long");
        assertThat(plan.faults()).extracting(ImportFault::row).isSorted();
    }

    @Test
    void one_wrong_row_and_none_is_imported() throws IOException {
        var ledger = "编码,上级编码,类型,名称\n#-1,@,区队,一队\n#-2,没有,区队,二队\n";
        var id = stage(ImportSubject.UNITS, ledger, administrator);

        var refused =
                catchThrowableOfType(Refusal.Conflict.class, () -> importing.apply(id, mapping(id), administrator));

        assertThat(refused.code()).isEqualTo("import-has-faults");
        assertThat(directory.unitByCode(prefix + "-1")).isEmpty();
    }

    @Test
    void people_come_in_once_and_are_updated_in_place() throws IOException {
        var first = enterprise.below(group, UnitKind.DISTRICT, "采一队");
        var second = enterprise.below(group, UnitKind.DISTRICT, "采二队");
        var ledger = """
                工号,姓名,单位编码,岗位,用工性质,手机,入职日期
                #001,曾国庆,%s,采煤工,正式工,138 0013 8000,2019/7/1
                #002,李四,%s,,劳务派遣,,2020年1月5日
                """.formatted(
                        directory.unit(first).code(), directory.unit(first).code());

        assertThat(importAll(ImportSubject.PEOPLE, ledger)).isEqualTo(new StagedImport.Done(2, 0, 0));
        assertThat(importAll(ImportSubject.PEOPLE, ledger)).isEqualTo(new StagedImport.Done(0, 0, 2));
        var miner = directory.personByStaffNumber(prefix + "001").orElseThrow();
        assertThat(miner.title()).isEqualTo("采煤工");
        assertThat(enterprise.posts(miner.id()))
                .extracting(Enterprise.Post::from)
                .containsExactly(LocalDate.of(2019, 7, 1));

        var moved = ledger.replace(
                "#001,曾国庆," + directory.unit(first).code(),
                "#001,曾国强," + directory.unit(second).code());
        assertThat(importAll(ImportSubject.PEOPLE, moved)).isEqualTo(new StagedImport.Done(0, 1, 1));
        var after = directory.person(miner.id());
        assertThat(after.name()).isEqualTo("曾国强");
        assertThat(enterprise.posts(miner.id())).hasSize(2);
        assertThat(enterprise.posts(miner.id()).getFirst().unit()).isEqualTo(second);
    }

    @Test
    void sex_and_year_of_birth_are_kept_where_a_file_gives_them_and_stay_where_the_next_one_does_not()
            throws IOException {
        var unit = directory
                .unit(enterprise.below(group, UnitKind.DISTRICT, "运转队"))
                .code();
        var ledger = "工号,姓名,单位编码,性别,出生日期\n#91,葛文,%s,女,1985-03-02\n#92,史强,%s,男,1971年5月\n#93,白给,%s,,\n"
                .formatted(unit, unit, unit);

        assertThat(importAll(ImportSubject.PEOPLE, ledger)).isEqualTo(new StagedImport.Done(3, 0, 0));
        assertThat(importAll(ImportSubject.PEOPLE, ledger)).isEqualTo(new StagedImport.Done(0, 0, 3));
        assertThat(importAll(ImportSubject.PEOPLE, "工号,姓名,单位编码\n#91,葛文,%s\n".formatted(unit)))
                .isEqualTo(new StagedImport.Done(0, 0, 1));
        assertThat(traits("91")).isEqualTo(new PersonTraits(Optional.of(Sex.FEMALE), Optional.of(1985)));
        assertThat(traits("92")).isEqualTo(new PersonTraits(Optional.of(Sex.MALE), Optional.of(1971)));
        assertThat(traits("93")).isEqualTo(PersonTraits.NONE);

        assertThat(importAll(ImportSubject.PEOPLE, ledger.replace("1985-03-02", "1986")))
                .isEqualTo(new StagedImport.Done(0, 1, 2));
        assertThat(traits("91").birthYear()).contains(1986);
    }

    private PersonTraits traits(String number) {
        return Objects.requireNonNull(
                        knownPeople.withNumbers(List.of(prefix + number)).get(prefix + number))
                .traits();
    }

    @Test
    void an_age_or_another_word_for_the_sex_is_named_as_a_fault() {
        assertThat(ImportWords.birthYear("19850302")).isEqualTo(1985);
        assertThat(ImportWords.birthYear("1985/3")).isEqualTo(1985);
        for (String age : List.of("35", "1885", "85-3-2", "19855")) {
            assertThatThrownBy(() -> ImportWords.birthYear(age)).hasMessageContaining("birth-year-wrong");
        }
        assertThatThrownBy(() -> ImportWords.sex("先生")).hasMessageContaining("import-sex-unknown");
        assertThat(ImportColumn.BIRTH_YEAR.isCalled("年龄")).isFalse();
    }

    @Test
    void every_fault_of_people_is_named_with_its_row_and_column() throws IOException {
        var unit = enterprise.below(group, UnitKind.DISTRICT, "修护队");
        var leaver = enterprise.person("周离", unit, "工人");
        staffing.leave(leaver, TODAY, SETUP);
        var foreignUnit = enterprise.group();
        var foreigner = enterprise.person("吴外", foreignUnit, "工人");

        var plan = plan(ImportSubject.PEOPLE, """
                工号,姓名,单位编码,岗位,用工性质,手机,入职日期
                #1,张一,%1$s,,,,
                #1,张二,%1$s,,,,
                工号一,张三,%1$s,,,,
                #4,,%1$s,,,,
                #5,张五,没有,,,,
                #6,张六,%1$s,,临时,,
                #7,张七,%1$s,,,打电话,
                #8,张八,%1$s,,,,二月三十
                #9,张九,%1$s,,,,2999-01-01
                %2$s,周离,%1$s,,,,
                #10,张十,%3$s,,,,
                %4$s,吴外,%1$s,,,,
                #11,%5$s,%1$s,%6$s,,,2025-02-30
                """.formatted(
                        directory.unit(unit).code(),
                        directory.person(leaver).staffNumber(),
                        directory.unit(foreignUnit).code(),
                        directory.person(foreigner).staffNumber(),
                        "长".repeat(41),
                        "岗".repeat(41)));

        assertThat(plan.faults())
                .extracting(fault -> fault.row() + " " + fault.column() + " " + fault.code())
                .containsExactlyInAnyOrder(
                        "3 STAFF_NUMBER import-number-twice",
                        "4 STAFF_NUMBER staff-number-wrong",
                        "5 PERSON_NAME name-missing",
                        "6 PERSON_UNIT import-unit-unknown",
                        "7 EMPLOYMENT import-employment-unknown",
                        "8 PHONE phone-wrong",
                        "9 HIRED_ON date-unclear",
                        "10 HIRED_ON date-in-future",
                        "11 STAFF_NUMBER person-has-left",
                        "12 PERSON_UNIT organization-not-yours",
                        "13 STAFF_NUMBER organization-not-yours",
                        "14 PERSON_NAME name-too-long",
                        "14 TITLE name-too-long",
                        "14 HIRED_ON date-unclear");
        assertThat(plan.count(ImportOutcome.NEW)).isEqualTo(1);
    }

    @Test
    void a_column_that_was_not_recognised_can_be_pointed_at() throws IOException {
        var id = stage(ImportSubject.UNITS, "bianma,shangji,leixing,mingcheng\n#-1,@,矿,一矿\n", administrator);
        var ledger = importing.get(id, administrator);
        var guessed = ColumnMapping.guessed(ImportSubject.UNITS, ledger.header());

        var chosen = ColumnMapping.of(
                ImportSubject.UNITS,
                ledger.header(),
                java.util.Map.of("unit-code", "0", "parent-code", "1", "unit-kind", "2", "unit-name", "3"));

        assertThat(guessed.missing()).hasSize(3);
        assertThat(chosen.missing()).isEmpty();
        assertThat(chosen.query()).isEqualTo("?unit-code=0&parent-code=1&unit-kind=2&unit-name=3&short-name=");
        importing.apply(id, chosen, administrator);
        assertThat(directory.unitByCode(prefix + "-1")).isPresent();
    }

    @Test
    void english_headers_are_recognised() {
        var mapping = ColumnMapping.guessed(
                ImportSubject.PEOPLE,
                List.of("Staff Number", "NAME", "unit_code", "Job-Title", "employment", "Mobile", "hire date"));

        assertThat(mapping.positions()).hasSize(7);
    }

    @Test
    void an_upload_belongs_to_who_sent_it_and_lasts_a_day() throws IOException {
        var id = stage(ImportSubject.UNITS, "编码\n1\n", administrator);
        var somebody = new Actor.Member(new cn.lianxin.kernel.PersonId(2), "别人", List.of());

        assertThat(catchThrowableOfType(Refusal.NotFound.class, () -> importing.get(id, somebody)))
                .isNotNull();
        staged.sweep(Instant.now());
        assertThat(importing.get(id, administrator).fileName()).isEqualTo("台账.csv");
        staged.sweep(Instant.now().plus(Duration.ofHours(25)));
        assertThat(catchThrowableOfType(Refusal.NotFound.class, () -> importing.get(id, administrator)))
                .isNotNull();
    }

    @Test
    void sending_the_same_import_twice_does_it_once() throws IOException {
        var id = stage(ImportSubject.UNITS, "编码,上级编码,类型,名称\n#-1,@,矿,一矿\n", administrator);
        var mapping = mapping(id);

        importing.apply(id, mapping, administrator);
        importing.apply(id, mapping, administrator);

        assertThat(importing.get(id, administrator).done()).contains(new StagedImport.Done(1, 0, 0));
    }

    private StagedImport.Done importAll(ImportSubject subject, String ledger) throws IOException {
        var id = stage(subject, ledger, administrator);
        importing.apply(id, mapping(id), administrator);
        return importing.get(id, administrator).done().orElseThrow();
    }

    private ImportPlan plan(ImportSubject subject, String ledger) throws IOException {
        var id = stage(subject, ledger, administrator);
        return importing.plan(importing.rows(importing.get(id, administrator)), mapping(id), administrator);
    }

    private ColumnMapping mapping(UUID id) {
        var ledger = importing.get(id, administrator);
        return ColumnMapping.guessed(ledger.subject(), ledger.header());
    }

    private UUID stage(ImportSubject subject, String ledger, Actor by) throws IOException {
        var text = ledger.replace("#", prefix).replace(",@,", "," + groupCode + ",");
        var file = Files.write(directoryOfFiles.resolve("ledger"), text.getBytes(Charset.forName("GB18030")));
        try (var open = SpreadsheetReader.open(file, "台账.csv")) {
            return importing.stage(subject, "台账.csv", open, by);
        }
    }
}
