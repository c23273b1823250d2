package cn.lianxin.personnel;

import cn.lianxin.kernel.Refusal;
import cn.lianxin.platform.spreadsheet.Row;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * What an import would do: an outcome for every row, its faults, and the steps to take if there are none. Made anew for
 * the preview and for the import itself, from the same rows.
 */
final class ImportPlan {

    private final ColumnMapping mapping;
    private final List<ImportFault> faults = new ArrayList<>();
    private final Map<Integer, ImportOutcome> outcomes = new HashMap<>();
    private final List<Runnable> steps = new ArrayList<>();

    ImportPlan(ColumnMapping mapping) {
        this.mapping = mapping;
    }

    void fault(Row row, ImportColumn column, String code, Object... arguments) {
        faults.add(new ImportFault(row.number(), column, mapping.text(row, column), code, List.of(arguments)));
        outcomes.put(row.number(), ImportOutcome.FAULTY);
    }

    /** What the cell means, unless the reading refuses it. */
    <T> Optional<T> read(Row row, ImportColumn column, Function<String, T> reading) {
        try {
            return Optional.of(reading.apply(mapping.text(row, column)));
        } catch (Refusal.Violation refused) {
            fault(row, column, refused.code(), refused.arguments().toArray());
            return Optional.empty();
        }
    }

    String text(Row row, ImportColumn column) {
        return mapping.text(row, column);
    }

    void step(Row row, ImportOutcome outcome, Runnable step) {
        outcomes.put(row.number(), outcome);
        steps.add(step);
    }

    void unchanged(Row row) {
        outcomes.put(row.number(), ImportOutcome.UNCHANGED);
    }

    void sortFaults() {
        faults.sort(java.util.Comparator.comparingInt(ImportFault::row));
    }

    /** In the order of the rows. */
    List<ImportFault> faults() {
        return faults;
    }

    Optional<ImportOutcome> outcome(Row row) {
        return Optional.ofNullable(outcomes.get(row.number()));
    }

    Optional<ImportFault> fault(Row row, ImportColumn column) {
        return faults.stream()
                .filter(fault -> fault.row() == row.number() && fault.column() == column)
                .findFirst();
    }

    int count(ImportOutcome outcome) {
        return (int) outcomes.values().stream().filter(outcome::equals).count();
    }

    void run() {
        steps.forEach(Runnable::run);
    }
}
