package cn.lianxin.personnel;

import cn.lianxin.kernel.Refusal;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** What is imported. */
enum ImportSubject {
    UNITS(
            List.of(
                    ImportColumn.UNIT_CODE,
                    ImportColumn.PARENT_CODE,
                    ImportColumn.UNIT_KIND,
                    ImportColumn.UNIT_NAME,
                    ImportColumn.SHORT_NAME),
            Set.of(ImportColumn.UNIT_CODE, ImportColumn.PARENT_CODE, ImportColumn.UNIT_NAME)),
    PEOPLE(
            List.of(
                    ImportColumn.STAFF_NUMBER,
                    ImportColumn.PERSON_NAME,
                    ImportColumn.PERSON_UNIT,
                    ImportColumn.TITLE,
                    ImportColumn.EMPLOYMENT,
                    ImportColumn.PHONE,
                    ImportColumn.HIRED_ON),
            Set.of(ImportColumn.STAFF_NUMBER, ImportColumn.PERSON_NAME, ImportColumn.PERSON_UNIT));

    private final List<ImportColumn> columns;
    private final Set<ImportColumn> needed;

    ImportSubject(List<ImportColumn> columns, Set<ImportColumn> needed) {
        this.columns = columns;
        this.needed = needed;
    }

    List<ImportColumn> columns() {
        return columns;
    }

    /** Without this column nothing can be imported. */
    boolean needs(ImportColumn column) {
        return needed.contains(column);
    }

    /** As a form says it; refuses {@code choice-missing}. */
    static ImportSubject named(String name) {
        return Stream.of(values())
                .filter(subject -> subject.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new Refusal.Violation("subject", "choice-missing"));
    }
}
