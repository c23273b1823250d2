package cn.lianxin.personnel;

import cn.lianxin.kernel.Actor;
import cn.lianxin.kernel.Refusal;
import cn.lianxin.organization.Authority;
import cn.lianxin.organization.Structuring;
import cn.lianxin.platform.spreadsheet.Row;
import cn.lianxin.platform.spreadsheet.Spreadsheet;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Imports units and people: uploaded, looked at, then taken over as a whole or not at all. */
@Component
class Importing {

    private final StagedImports staged;
    private final UnitImport unitImport;
    private final PeopleImport peopleImport;
    private final Structuring structuring;
    private final Authority authority;
    private final Clock clock;

    Importing(
            StagedImports staged,
            UnitImport unitImport,
            PeopleImport peopleImport,
            Structuring structuring,
            Authority authority,
            Clock clock) {
        this.staged = staged;
        this.unitImport = unitImport;
        this.peopleImport = peopleImport;
        this.structuring = structuring;
        this.authority = authority;
        this.clock = clock;
    }

    /** Keeps the rows of a ledger for its preview; nothing of the organization changes. */
    @Transactional
    UUID stage(ImportSubject subject, String fileName, Spreadsheet ledger, Actor by) {
        authority.requireAnywhere(by);
        return staged.add(subject, Optional.empty(), fileName, ledger, Forms.personOf(by), clock.instant());
    }

    /** NotFound once it was swept, and for anybody but who uploaded it. */
    StagedImport get(UUID id, Actor by) {
        return find(id, by).orElseThrow(Refusal.NotFound::new);
    }

    Optional<StagedImport> find(UUID id, Actor by) {
        return staged.find(id, Forms.personOf(by));
    }

    List<Row> rows(StagedImport ledger) {
        return staged.rows(ledger.id());
    }

    ImportPlan plan(List<Row> rows, ColumnMapping mapping, Actor by) {
        var importer =
                switch (mapping.subject()) {
                    case UNITS -> unitImport;
                    case PEOPLE -> peopleImport;
                    case ROSTER -> throw new Refusal.NotFound();
                };
        return importer.plan(rows, mapping, by);
    }

    /**
     * Takes all rows over, or none. Doing it twice does nothing the second time. Refuses as a conflict
     * {@code import-has-faults}: somebody has changed the organization since the preview, or a column is missing.
     */
    @Transactional
    void apply(UUID id, ColumnMapping mapping, Actor by) {
        var ledger = staged.lock(id, Forms.personOf(by));
        if (ledger.done().isPresent()) {
            return;
        }
        structuring.holdTree();
        var plan = plan(staged.rows(id), mapping, by);
        if (!plan.faults().isEmpty() || !mapping.missing().isEmpty()) {
            throw new Refusal.Conflict("import-has-faults");
        }
        plan.run();
        staged.done(
                id,
                new StagedImport.Done(
                        plan.count(ImportOutcome.NEW),
                        plan.count(ImportOutcome.CHANGED),
                        plan.count(ImportOutcome.UNCHANGED)),
                clock.instant());
    }

    @Scheduled(fixedDelayString = "PT1H", initialDelayString = "PT5M")
    void sweep() {
        staged.sweep(clock.instant());
    }
}
