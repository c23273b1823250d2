package cn.lianxin.spotcheck;

import cn.lianxin.kernel.UnitId;
import cn.lianxin.verdict.Verdict;
import cn.lianxin.verdict.VerdictsToCheck;
import java.util.List;
import java.util.TreeMap;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Finds, when a period is over, the units in which the calls tell another thing than the verdicts. */
@Component
class Findings {

    private final Calls calls;
    private final VerdictsToCheck verdicts;
    private final JdbcClient database;

    Findings(Calls calls, VerdictsToCheck verdicts, JdbcClient database) {
        this.calls = calls;
        this.verdicts = verdicts;
        this.database = database;
    }

    void find(long period) {
        var counts = new TreeMap<Long, UnitFinding.Count>();
        for (var recorded : calls.recordedIn(period)) {
            var unit = recorded.unit();
            counts.merge(
                    unit.value(),
                    new UnitFinding.Count(unit, 1, mismatches(recorded) ? 1 : 0),
                    (one, other) -> new UnitFinding.Count(
                            unit, one.calls() + other.calls(), one.mismatches() + other.mismatches()));
        }
        for (var finding : UnitFinding.of(List.copyOf(counts.values()))) {
            database.sql("""
                    insert into spotcheck.unit_finding (period, unit, calls, mismatches, chance, named)
                    values (:period, :unit, :calls, :mismatches, :chance, :named)
                    """)
                    .param("period", period)
                    .param("unit", finding.unit().value())
                    .param("calls", finding.calls())
                    .param("mismatches", finding.mismatches())
                    .param("chance", finding.chance())
                    .param("named", finding.named())
                    .update();
        }
    }

    List<UnitFinding> of(long period) {
        return database.sql("""
                select unit, calls, mismatches, chance, named
                from spotcheck.unit_finding where period = :period order by chance, unit
                """)
                .param("period", period)
                .query((row, _) -> new UnitFinding(
                        new UnitId(row.getLong("unit")),
                        row.getInt("calls"),
                        row.getInt("mismatches"),
                        row.getDouble("chance"),
                        row.getBoolean("named")))
                .list();
    }

    private boolean mismatches(Calls.Recorded recorded) {
        var said = recorded.said();
        return said.pressed().improper()
                || said.solved() == Verdict.Solved.NOT_SOLVED
                        && verdicts.of(recorded.answer())
                                .filter(verdict -> verdict.solved() != Verdict.Solved.NOT_SOLVED)
                                .isPresent();
    }
}
