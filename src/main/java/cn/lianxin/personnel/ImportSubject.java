package cn.lianxin.personnel;

import cn.lianxin.kernel.Refusal;
import java.util.List;
import java.util.Set;

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
                    ImportColumn.HIRED_ON,
                    ImportColumn.SEX,
                    ImportColumn.BIRTH_YEAR),
            Set.of(ImportColumn.STAFF_NUMBER, ImportColumn.PERSON_NAME, ImportColumn.PERSON_UNIT)),
    /** Everybody of a unit: who is missing leaves. */
    ROSTER(
            List.of(
                    ImportColumn.STAFF_NUMBER,
                    ImportColumn.PERSON_NAME,
                    ImportColumn.PERSON_UNIT,
                    ImportColumn.TITLE,
                    ImportColumn.EMPLOYMENT,
                    ImportColumn.LEADS,
                    ImportColumn.BESIDES,
                    ImportColumn.SINCE,
                    ImportColumn.PHONE,
                    ImportColumn.SEX,
                    ImportColumn.BIRTH_YEAR,
                    ImportColumn.PARENT_CODE,
                    ImportColumn.UNIT_NAME,
                    ImportColumn.UNIT_KIND),
            Set.of(ImportColumn.STAFF_NUMBER, ImportColumn.PERSON_NAME, ImportColumn.PERSON_UNIT));

    /** What only adds and updates; a roster has a page of its own. */
    static final List<ImportSubject> PARTIAL = List.of(UNITS, PEOPLE);

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
        return PARTIAL.stream()
                .filter(subject -> subject.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new Refusal.Violation("subject", "choice-missing"));
    }
}
