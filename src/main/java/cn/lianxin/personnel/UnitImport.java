package cn.lianxin.personnel;

import cn.lianxin.kernel.Actor;
import cn.lianxin.kernel.UnitId;
import cn.lianxin.organization.Authority;
import cn.lianxin.organization.Directory;
import cn.lianxin.organization.NewUnit;
import cn.lianxin.organization.Structuring;
import cn.lianxin.organization.Today;
import cn.lianxin.organization.UnitCard;
import cn.lianxin.organization.UnitKind;
import cn.lianxin.organization.Wording;
import cn.lianxin.platform.spreadsheet.Row;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.springframework.stereotype.Component;

/** Units from a ledger: new codes are founded, known ones renamed and moved. From the top of the finished tree downwards. */
@Component
final class UnitImport implements RowImport {

    private record Wanted(
            Row row, String code, String parent, Optional<UnitKind> kind, String name, String shortName) {}

    private final Directory directory;
    private final Structuring structuring;
    private final Authority authority;
    private final Today today;

    UnitImport(Directory directory, Structuring structuring, Authority authority, Today today) {
        this.directory = directory;
        this.structuring = structuring;
        this.authority = authority;
        this.today = today;
    }

    @Override
    public ImportPlan plan(List<Row> rows, ColumnMapping mapping, Actor by) {
        return plan(rows, mapping, authority.reach(by), by);
    }

    /** @param reach the units that may be touched */
    ImportPlan plan(List<Row> rows, ColumnMapping mapping, Predicate<UnitId> reach, Actor by) {
        var plan = new ImportPlan(mapping);
        var tree = new FinishedTree(directory.unitsByCode(), directory.endedUnits(), wanted(rows, plan), reach);
        tree.wanted.values().stream()
                .sorted(Comparator.comparingInt(unit -> tree.depth(unit.code())))
                .forEach(unit -> plan(unit, tree, plan, by));
        plan.sortFaults();
        return plan;
    }

    private static Map<String, Wanted> wanted(List<Row> rows, ImportPlan plan) {
        var byCode = new LinkedHashMap<String, Wanted>();
        for (var row : rows) {
            var code = plan.read(row, ImportColumn.UNIT_CODE, Wording::unitCode);
            var name = plan.read(row, ImportColumn.UNIT_NAME, text -> Wording.line("name", text, 60));
            var kindText = plan.text(row, ImportColumn.UNIT_KIND);
            var kind = kindText.isEmpty()
                    ? Optional.<UnitKind>empty()
                    : plan.read(row, ImportColumn.UNIT_KIND, ImportWords::kind);
            var shortText = plan.text(row, ImportColumn.SHORT_NAME);
            var shortName = shortText.isEmpty()
                    ? Optional.of("")
                    : plan.read(row, ImportColumn.SHORT_NAME, text -> Wording.line("shortName", text, 20));
            if (code.isPresent() && byCode.containsKey(code.get())) {
                var first = byCode.get(code.get()).row().number();
                plan.fault(row, ImportColumn.UNIT_CODE, "import-code-twice", code.get(), first);
            } else if (code.isPresent()) {
                var parent = plan.text(row, ImportColumn.PARENT_CODE).strip();
                byCode.put(
                        code.get(), new Wanted(row, code.get(), parent, kind, name.orElse(""), shortName.orElse("")));
            }
        }
        return byCode;
    }

    private void plan(Wanted wanted, FinishedTree tree, ImportPlan plan, Actor by) {
        var known = Optional.ofNullable(tree.known.get(wanted.code()));
        var row = wanted.row();
        if (known.filter(unit -> tree.ended.contains(unit.id())).isPresent()) {
            plan.fault(row, ImportColumn.UNIT_CODE, "unit-ended");
        } else if (tree.onCircle(wanted.code())) {
            plan.fault(row, ImportColumn.PARENT_CODE, "import-circle");
        } else if (wanted.parent().isEmpty()
                && known.filter(unit -> unit.parent().isEmpty()).isEmpty()) {
            plan.fault(row, ImportColumn.PARENT_CODE, "import-parent-missing");
        } else if (!wanted.parent().isEmpty()
                && known.filter(unit -> unit.parent().isEmpty()).isPresent()) {
            plan.fault(row, ImportColumn.PARENT_CODE, "unit-is-root");
        } else if (!wanted.parent().isEmpty() && !tree.has(wanted.parent())) {
            plan.fault(row, ImportColumn.PARENT_CODE, "import-parent-unknown", wanted.parent());
        } else if (known.isEmpty() && wanted.kind().isEmpty()) {
            if (plan.outcome(row).isEmpty()) {
                plan.fault(row, ImportColumn.UNIT_KIND, "import-kind-missing");
            }
        } else if (!tree.isReached(wanted.code()) || !tree.isReached(wanted.parent())) {
            plan.fault(row, ImportColumn.UNIT_CODE, "organization-not-yours");
        } else if (plan.outcome(row).isEmpty()) {
            known.ifPresentOrElse(unit -> change(wanted, unit, tree, plan, by), () -> found(wanted, plan, by));
        }
    }

    private void found(Wanted wanted, ImportPlan plan, Actor by) {
        plan.step(
                wanted.row(),
                ImportOutcome.NEW,
                () -> structuring.found(
                        new NewUnit(
                                wanted.code(),
                                wanted.kind().orElseThrow(),
                                wanted.name(),
                                wanted.shortName(),
                                Optional.of(idOf(wanted.parent())),
                                today.date()),
                        by));
    }

    private void change(Wanted wanted, UnitCard unit, FinishedTree tree, ImportPlan plan, Actor by) {
        var kind = wanted.kind().orElse(unit.kind());
        var shortName = wanted.shortName().isEmpty() ? unit.shortName() : wanted.shortName();
        var renamed = kind != unit.kind() || !wanted.name().equals(unit.name()) || !shortName.equals(unit.shortName());
        var moved = !wanted.parent().isEmpty()
                && !wanted.parent().equals(tree.knownParent(unit).orElse(""));
        if (!renamed && !moved) {
            plan.unchanged(wanted.row());
            return;
        }
        plan.step(wanted.row(), ImportOutcome.CHANGED, () -> {
            if (renamed) {
                structuring.rename(unit.id(), kind, wanted.name(), shortName, by);
            }
            if (moved) {
                structuring.move(unit.id(), idOf(wanted.parent()), by);
            }
        });
    }

    private UnitId idOf(String code) {
        return directory.unitByCode(code).orElseThrow().id();
    }

    /** The tree as it will be once all rows are in. */
    private static final class FinishedTree {
        private final Map<String, UnitCard> known;
        private final Map<UnitId, String> codes = new LinkedHashMap<>();
        private final Set<UnitId> ended;
        private final Map<String, Wanted> wanted;
        private final Predicate<UnitId> reach;

        private FinishedTree(
                Map<String, UnitCard> known, Set<UnitId> ended, Map<String, Wanted> wanted, Predicate<UnitId> reach) {
            this.known = known;
            this.ended = ended;
            this.wanted = wanted;
            this.reach = reach;
            known.values().forEach(unit -> codes.put(unit.id(), unit.code()));
        }

        private boolean has(String code) {
            var unit = known.get(code);
            return wanted.containsKey(code) || (unit != null && !ended.contains(unit.id()));
        }

        private Optional<String> knownParent(UnitCard unit) {
            return unit.parent().map(codes::get);
        }

        private Optional<String> parent(String code) {
            var planned = wanted.get(code);
            if (planned != null) {
                return planned.parent().isEmpty() ? Optional.empty() : Optional.of(planned.parent());
            }
            return Optional.ofNullable(known.get(code)).flatMap(this::knownParent);
        }

        private boolean onCircle(String code) {
            var seen = new HashSet<String>();
            for (var at = parent(code); at.isPresent() && seen.add(at.get()); at = parent(at.get())) {
                if (at.get().equals(code)) {
                    return true;
                }
            }
            return false;
        }

        private int depth(String code) {
            var seen = new HashSet<String>();
            for (var at = Optional.of(code); at.isPresent() && seen.add(at.get()); at = parent(at.get())) {}
            return seen.size();
        }

        /** A known unit by itself, a new one by the nearest known unit above it. */
        private boolean isReached(String code) {
            var seen = new HashSet<String>();
            for (var at = Optional.of(code); at.isPresent() && seen.add(at.get()); at = parent(at.get())) {
                var unit = known.get(at.get());
                if (unit != null) {
                    return reach.test(unit.id());
                }
            }
            return code.isEmpty();
        }
    }
}
