package cn.lianxin.personnel;

import cn.lianxin.kernel.UnitId;
import cn.lianxin.organization.Employment;
import cn.lianxin.organization.PersonTraits;
import cn.lianxin.organization.Wording;
import cn.lianxin.platform.spreadsheet.Row;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Reads the rows of a roster; what cannot be read becomes a fault of the plan. */
final class RosterReading {

    private final ImportPlan plan;
    private final KnownUnits units;
    private final UnitId scope;
    /** Codes of units that the file itself founds, with their names. */
    private final Map<String, String> founded;

    private final Map<String, Integer> mains = new HashMap<>();
    private final Map<List<String>, Integer> posts = new HashMap<>();
    private final Set<String> mentioned = new HashSet<>();
    private final List<RosterRow> read = new ArrayList<>();

    RosterReading(ImportPlan plan, KnownUnits units, UnitId scope, Map<String, String> founded) {
        this.plan = plan;
        this.units = units;
        this.scope = scope;
        this.founded = founded;
    }

    void read(List<Row> rows) {
        rows.forEach(this::read);
    }

    /** By staff number, in the order of the file. */
    Map<String, List<RosterRow>> byNumber() {
        return read.stream()
                .collect(Collectors.groupingBy(
                        RosterRow::number, java.util.LinkedHashMap::new, Collectors.toCollection(ArrayList::new)));
    }

    /** Whether the number stands anywhere in the file, be its row as faulty as it may. */
    boolean mentions(String number) {
        return mentioned.contains(number);
    }

    private void read(Row row) {
        var number = plan.read(row, ImportColumn.STAFF_NUMBER, Wording::staffNumber);
        number.ifPresent(mentioned::add);
        var name = plan.read(row, ImportColumn.PERSON_NAME, text -> Wording.line("name", text, 40));
        var place = plan.read(row, ImportColumn.PERSON_UNIT, this::place);
        var title = optional(row, ImportColumn.TITLE, text -> Wording.line("title", text, 40));
        Optional<Employment> employment = optional(row, ImportColumn.EMPLOYMENT, ImportWords::employment);
        var phone = optional(row, ImportColumn.PHONE, Wording::phone);
        var traits = new PersonTraits(
                optional(row, ImportColumn.SEX, ImportWords::sex),
                optional(row, ImportColumn.BIRTH_YEAR, ImportWords::birthYear));
        var leads = plan.read(row, ImportColumn.LEADS, ImportWords::mark);
        var besides = plan.read(row, ImportColumn.BESIDES, ImportWords::mark);
        Optional<LocalDate> since = optional(row, ImportColumn.SINCE, Wording::date);
        if (plan.outcome(row).isPresent() || isTwice(row, number, place, title, besides)) {
            return;
        }
        read.add(new RosterRow(
                row,
                number.orElseThrow(),
                name.orElseThrow(),
                place.orElseThrow(),
                title,
                employment,
                phone,
                traits,
                leads.orElseThrow(),
                besides.orElseThrow(),
                since));
    }

    /** Two main posts of one number, or the same post twice. */
    private boolean isTwice(
            Row row,
            Optional<String> number,
            Optional<RosterRow.Place> place,
            Optional<String> title,
            Optional<Boolean> besides) {
        var bearer = number.orElseThrow();
        var post = List.of(bearer, place.orElseThrow().code(), title.orElse(""));
        var earlier = besides.orElseThrow()
                ? Optional.<Integer>empty()
                : Optional.ofNullable(mains.putIfAbsent(bearer, row.number()));
        var same = earlier.or(() -> Optional.ofNullable(posts.putIfAbsent(post, row.number())));
        same.ifPresent(first ->
                plan.fault(row, ImportColumn.STAFF_NUMBER, "roster-number-twice", bearer, first, row.number()));
        return same.isPresent();
    }

    private RosterRow.Place place(String text) {
        var code = text.strip();
        var fresh = founded.get(code);
        if (fresh != null) {
            return new RosterRow.Place(code, fresh, Optional.empty());
        }
        var unit = units.named(code, scope);
        return new RosterRow.Place(unit.code(), units.path(unit.id()), Optional.of(unit.id()));
    }

    private <T> Optional<T> optional(Row row, ImportColumn column, Function<String, T> reading) {
        return plan.text(row, column).isBlank() ? Optional.empty() : plan.read(row, column, reading);
    }
}
