package cn.lianxin.verdict;

import cn.lianxin.concern.JudgedAnswer;
import cn.lianxin.kernel.UnitId;
import java.util.List;
import java.util.Optional;

/**
 * A verdict that its worker cannot change any more and that was not published yet.
 *
 * @param answers that it judges: one, or those to what was split from one concern, the worst first
 * @param speaker by his alias, as each counts once; nobody where he left no name
 * @param waitsAt the unit with whose verdicts it will be published
 * @param withheld it was looked at before, in a batch whose verdicts were all alike
 * @param fromBelow it waits above the unit that it judges
 */
record Ripe(
        List<JudgedAnswer> answers,
        Optional<Long> speaker,
        UnitId waitsAt,
        Verdict.Solved solved,
        Verdict.Satisfied satisfied,
        boolean withheld,
        boolean fromBelow) {

    Ripe {
        answers = List.copyOf(answers);
    }

    JudgedAnswer answer() {
        return answers.getFirst();
    }

    /** The same, waiting at the unit above. */
    Ripe risen(UnitId above) {
        return new Ripe(answers, speaker, above, solved, satisfied, false, true);
    }

    /** The same, after it was looked at and not published. */
    Ripe heldBack() {
        return new Ripe(answers, speaker, waitsAt, solved, satisfied, true, fromBelow);
    }
}
