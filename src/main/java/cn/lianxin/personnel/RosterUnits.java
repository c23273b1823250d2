package cn.lianxin.personnel;

import cn.lianxin.kernel.Actor;
import cn.lianxin.kernel.UnitId;
import cn.lianxin.platform.spreadsheet.Row;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.springframework.stereotype.Component;

/**
 * The units that a roster carries beside its people, where it names the unit above each: the same code with the same parent
 * in every row. New ones are founded, known ones renamed and moved within the scope; the unit whose roster it is stays as
 * it is, and units that nobody in the file belongs to are not touched.
 */
@Component
class RosterUnits {

    private final UnitImport unitImport;

    RosterUnits(UnitImport unitImport) {
        this.unitImport = unitImport;
    }

    static boolean areCarried(ColumnMapping mapping) {
        return mapping.position(ImportColumn.PARENT_CODE).isPresent()
                && mapping.position(ImportColumn.UNIT_NAME).isPresent();
    }

    /** Names of the units that the file founds, by code. */
    Map<String, String> plan(
            List<Row> rows,
            ColumnMapping mapping,
            KnownUnits units,
            RosterPlan plan,
            Predicate<UnitId> reach,
            Actor by) {
        if (!areCarried(mapping)) {
            return Map.of();
        }
        var carried = changed(rows, mapping, units, plan);
        var unitPlan = unitImport.plan(carried, ofUnits(mapping), reach, by);
        for (var fault : unitPlan.faults()) {
            var row = rowOf(carried, fault);
            plan.fault(
                    row,
                    inRoster(fault.column()),
                    fault.code(),
                    fault.arguments().toArray());
        }
        var founded = new LinkedHashMap<String, String>();
        for (var row : carried) {
            unitPlan.outcome(row).ifPresent(outcome -> {
                var code = mapping.text(row, ImportColumn.PERSON_UNIT).strip();
                var name = mapping.text(row, ImportColumn.UNIT_NAME).strip();
                if (outcome != ImportOutcome.UNCHANGED && units.withCode(code).isEmpty()) {
                    founded.put(code, name);
                }
                line(row, mapping, units, outcome, plan);
            });
        }
        if (!carried.isEmpty()) {
            plan.step(unitPlan::run);
        }
        return founded;
    }

    private static void line(Row row, ColumnMapping mapping, KnownUnits units, ImportOutcome outcome, RosterPlan plan) {
        if (outcome != ImportOutcome.NEW && outcome != ImportOutcome.CHANGED) {
            return;
        }
        var code = mapping.text(row, ImportColumn.PERSON_UNIT).strip();
        var name = mapping.text(row, ImportColumn.UNIT_NAME).strip();
        var parent = mapping.text(row, ImportColumn.PARENT_CODE).strip();
        var after = units.withCode(parent).map(card -> units.path(card.id())).orElse(parent) + " › " + name;
        plan.line(new RosterLine(
                RosterList.UNITS,
                code,
                name,
                units.withCode(code).map(card -> units.path(card.id())).orElse(""),
                after,
                outcome == ImportOutcome.NEW ? RosterNote.FOUNDED : RosterNote.UNIT_CHANGES,
                row.number()));
    }

    /** One row for every unit that is new or hangs or is called otherwise; rows that contradict each other are faults. */
    private static List<Row> changed(List<Row> rows, ColumnMapping mapping, KnownUnits units, RosterPlan plan) {
        var first = new LinkedHashMap<String, Row>();
        for (var row : rows) {
            var code = mapping.text(row, ImportColumn.PERSON_UNIT).strip();
            var known = first.putIfAbsent(code, row);
            if (known != null && !says(known, mapping).equals(says(row, mapping))) {
                plan.fault(row, ImportColumn.PARENT_CODE, "roster-unit-differs", code, known.number(), row.number());
            }
        }
        var changed = new ArrayList<Row>();
        first.forEach((code, row) -> {
            if (!isAsKnown(row, mapping, units, plan.scope().unit())) {
                changed.add(row);
            }
        });
        return changed;
    }

    private static boolean isAsKnown(Row row, ColumnMapping mapping, KnownUnits units, UnitId scope) {
        var known = units.withCode(mapping.text(row, ImportColumn.PERSON_UNIT).strip());
        if (known.isEmpty()) {
            return false;
        }
        var unit = known.get();
        var parent = mapping.text(row, ImportColumn.PARENT_CODE).strip();
        var name = mapping.text(row, ImportColumn.UNIT_NAME).strip();
        return unit.id().equals(scope)
                || (parent.isEmpty()
                                || unit.parent()
                                        .map(units::get)
                                        .filter(above -> above.code().equals(parent))
                                        .isPresent())
                        && (name.isEmpty() || name.equals(unit.name()));
    }

    private static List<String> says(Row row, ColumnMapping mapping) {
        return List.of(
                mapping.text(row, ImportColumn.PARENT_CODE).strip(),
                mapping.text(row, ImportColumn.UNIT_NAME).strip(),
                mapping.text(row, ImportColumn.UNIT_KIND).strip());
    }

    private static ColumnMapping ofUnits(ColumnMapping mapping) {
        var positions = new EnumMap<ImportColumn, Integer>(ImportColumn.class);
        mapping.position(ImportColumn.PERSON_UNIT).ifPresent(at -> positions.put(ImportColumn.UNIT_CODE, at));
        for (var column : List.of(ImportColumn.PARENT_CODE, ImportColumn.UNIT_NAME, ImportColumn.UNIT_KIND)) {
            mapping.position(column).ifPresent(at -> positions.put(column, at));
        }
        return new ColumnMapping(ImportSubject.UNITS, positions);
    }

    private static ImportColumn inRoster(ImportColumn column) {
        return column == ImportColumn.UNIT_CODE ? ImportColumn.PERSON_UNIT : column;
    }

    private static Row rowOf(List<Row> rows, ImportFault fault) {
        return rows.stream()
                .filter(row -> row.number() == fault.row())
                .findFirst()
                .orElseThrow();
    }
}
