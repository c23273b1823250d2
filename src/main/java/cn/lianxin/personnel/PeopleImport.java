package cn.lianxin.personnel;

import cn.lianxin.kernel.Actor;
import cn.lianxin.kernel.UnitId;
import cn.lianxin.organization.Authority;
import cn.lianxin.organization.Directory;
import cn.lianxin.organization.Employment;
import cn.lianxin.organization.KnownPeople;
import cn.lianxin.organization.KnownPerson;
import cn.lianxin.organization.NewPerson;
import cn.lianxin.organization.PersonTraits;
import cn.lianxin.organization.Staffing;
import cn.lianxin.organization.Today;
import cn.lianxin.organization.UnitCard;
import cn.lianxin.organization.Wording;
import cn.lianxin.platform.spreadsheet.Row;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import org.springframework.stereotype.Component;

/** People from a ledger: new numbers are hired and appointed, known ones corrected and, from today, transferred. */
@Component
final class PeopleImport implements RowImport {

    /** What a row says that is readable; empty where the file leaves it open. */
    private record Wanted(
            Row row,
            NewPerson person,
            PersonTraits traits,
            boolean saysEmployment,
            UnitId unit,
            String title,
            LocalDate hiredOn) {}

    private static final String ORDINARY_TITLE = "职工";

    private final KnownPeople knownPeople;
    private final Directory directory;
    private final Staffing staffing;
    private final Authority authority;
    private final Today today;

    PeopleImport(KnownPeople knownPeople, Directory directory, Staffing staffing, Authority authority, Today today) {
        this.knownPeople = knownPeople;
        this.directory = directory;
        this.staffing = staffing;
        this.authority = authority;
        this.today = today;
    }

    @Override
    public ImportPlan plan(List<Row> rows, ColumnMapping mapping, Actor by) {
        var plan = new ImportPlan(mapping);
        var known = knownPeople.withNumbers(rows.stream()
                .map(row -> mapping.text(row, ImportColumn.STAFF_NUMBER).strip())
                .toList());
        var all = directory.unitsByCode();
        var ended = directory.endedUnits();
        var reach = authority.reach(by);
        var firstRows = new HashMap<String, Integer>();
        for (var row : rows) {
            read(row, plan, all, ended, firstRows).ifPresent(wanted -> {
                var person = Optional.ofNullable(known.get(wanted.person().staffNumber()));
                plan(wanted, person, reach, plan, by);
            });
        }
        plan.sortFaults();
        return plan;
    }

    private Optional<Wanted> read(
            Row row, ImportPlan plan, Map<String, UnitCard> all, Set<UnitId> ended, Map<String, Integer> firstRows) {
        var number = plan.read(row, ImportColumn.STAFF_NUMBER, Wording::staffNumber);
        number.map(text -> firstRows.putIfAbsent(text, row.number()))
                .ifPresent(first ->
                        plan.fault(row, ImportColumn.STAFF_NUMBER, "import-number-twice", number.orElse(""), first));
        var name = plan.read(row, ImportColumn.PERSON_NAME, text -> Wording.line("name", text, 40));
        var unit = unit(row, plan, all, ended);
        var titleText = plan.text(row, ImportColumn.TITLE);
        var title = titleText.isEmpty()
                ? Optional.of("")
                : plan.read(row, ImportColumn.TITLE, text -> Wording.line("title", text, 40));
        var employmentText = plan.text(row, ImportColumn.EMPLOYMENT);
        var employment = employmentText.isEmpty()
                ? Optional.of(Employment.OWN)
                : plan.read(row, ImportColumn.EMPLOYMENT, ImportWords::employment);
        var phone = plan.read(row, ImportColumn.PHONE, Wording::phone);
        var hiredOn = plan.text(row, ImportColumn.HIRED_ON).isEmpty()
                ? Optional.of(today.date())
                : plan.read(row, ImportColumn.HIRED_ON, this::pastDate);
        var traits = new PersonTraits(
                optional(plan, row, ImportColumn.SEX, ImportWords::sex),
                optional(plan, row, ImportColumn.BIRTH_YEAR, ImportWords::birthYear));
        if (plan.outcome(row).isPresent()) {
            return Optional.empty();
        }
        var person =
                new NewPerson(number.orElseThrow(), name.orElseThrow(), employment.orElseThrow(), phone.orElseThrow());
        return Optional.of(new Wanted(
                row,
                person,
                traits,
                !employmentText.isEmpty(),
                unit.orElseThrow().id(),
                title.orElseThrow(),
                hiredOn.orElseThrow()));
    }

    private static <T> Optional<T> optional(
            ImportPlan plan, Row row, ImportColumn column, Function<String, T> reading) {
        return plan.text(row, column).isBlank() ? Optional.empty() : plan.read(row, column, reading);
    }

    private LocalDate pastDate(String text) {
        var date = Wording.date(text);
        today.refuseLater("from", date);
        return date;
    }

    private static Optional<UnitCard> unit(Row row, ImportPlan plan, Map<String, UnitCard> all, Set<UnitId> ended) {
        var code = plan.text(row, ImportColumn.PERSON_UNIT).strip();
        var unit = Optional.ofNullable(all.get(code));
        if (unit.isEmpty()) {
            plan.fault(row, ImportColumn.PERSON_UNIT, "import-unit-unknown", code);
        } else if (ended.contains(unit.get().id())) {
            plan.fault(row, ImportColumn.PERSON_UNIT, "unit-ended");
        }
        return unit;
    }

    private void plan(Wanted wanted, Optional<KnownPerson> known, Predicate<UnitId> reach, ImportPlan plan, Actor by) {
        if (!reach.test(wanted.unit())) {
            plan.fault(wanted.row(), ImportColumn.PERSON_UNIT, "organization-not-yours");
        } else if (known.flatMap(KnownPerson::unit).filter(reach.negate()).isPresent()) {
            plan.fault(wanted.row(), ImportColumn.STAFF_NUMBER, "organization-not-yours");
        } else if (known.filter(KnownPerson::left).isPresent()) {
            plan.fault(wanted.row(), ImportColumn.STAFF_NUMBER, "person-has-left");
        } else {
            known.ifPresentOrElse(person -> change(wanted, person, plan, by), () -> hire(wanted, plan, by));
        }
    }

    private void hire(Wanted wanted, ImportPlan plan, Actor by) {
        var title = wanted.title().isEmpty() ? ORDINARY_TITLE : wanted.title();
        plan.step(wanted.row(), ImportOutcome.NEW, () -> {
            var person = staffing.hire(wanted.person(), by);
            staffing.appoint(person, wanted.unit(), title, false, wanted.hiredOn(), true, by);
            if (!wanted.traits().equals(PersonTraits.NONE)) {
                staffing.describe(person, wanted.traits(), by);
            }
        });
    }

    private void change(Wanted wanted, KnownPerson known, ImportPlan plan, Actor by) {
        var particulars = wanted.person();
        var employment = wanted.saysEmployment() ? particulars.employment() : known.employment();
        var phone = particulars.phone().isEmpty() ? known.phone() : particulars.phone();
        var corrected = !particulars.name().equals(known.name())
                || employment != known.employment()
                || !phone.equals(known.phone());
        var title = wanted.title().isEmpty() ? known.title().orElse(ORDINARY_TITLE) : wanted.title();
        var moved = !known.unit().equals(Optional.of(wanted.unit()))
                || !known.title().equals(Optional.of(title));
        var described = !wanted.traits().or(known.traits()).equals(known.traits());
        if (!corrected && !moved && !described) {
            plan.unchanged(wanted.row());
            return;
        }
        plan.step(wanted.row(), ImportOutcome.CHANGED, () -> {
            if (corrected) {
                staffing.correct(known.id(), particulars.name(), employment, phone, by);
            }
            if (described) {
                staffing.describe(known.id(), wanted.traits(), by);
            }
            if (moved) {
                var from = known.unit().isPresent() ? today.date() : wanted.hiredOn();
                staffing.transfer(known.id(), wanted.unit(), title, from, by);
            }
        });
    }
}
