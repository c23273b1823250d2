package cn.lianxin.demo;

import cn.lianxin.spotcheck.Said;
import cn.lianxin.verdict.Verdict;
import java.util.Optional;

/** What workers say on the telephone. */
record Phrases(Dice dice) {

    private static final int HONEST_MISTAKES = 3;

    /** @param verdict his own; whoever gave none says for the first time what he thinks */
    Said said(Optional<Verdict> verdict, boolean coached) {
        var solved = dice.percent(HONEST_MISTAKES)
                ? Verdict.Solved.NOT_SOLVED
                : verdict.map(Verdict::solved).orElseGet(this::anything);
        var satisfied = verdict.map(Verdict::satisfied).orElseGet(() -> fitting(solved));
        if (coached) {
            return new Said(
                    solved,
                    satisfied,
                    Said.Pressed.COACHED,
                    dice.any("前两天科里有人打招呼，说来电话就说满意。", "办事的人教我说都解决了，让我别多说。", "班长转的话：有人问就说好，别给科里添乱。"));
        }
        var pressed = dice.percent(5) ? Said.Pressed.ASKED : Said.Pressed.NO;
        return new Said(solved, satisfied, pressed, word(solved));
    }

    private Verdict.Solved anything() {
        return switch (dice.byWeight(62, 24, 14)) {
            case 0 -> Verdict.Solved.SOLVED;
            case 1 -> Verdict.Solved.PARTLY;
            default -> Verdict.Solved.NOT_SOLVED;
        };
    }

    private Verdict.Satisfied fitting(Verdict.Solved solved) {
        return switch (solved) {
            case SOLVED -> dice.percent(80) ? Verdict.Satisfied.SATISFIED : Verdict.Satisfied.FAIRLY;
            case PARTLY -> Verdict.Satisfied.FAIRLY;
            case NOT_SOLVED -> Verdict.Satisfied.NOT_SATISFIED;
        };
    }

    private String word(Verdict.Solved solved) {
        if (dice.percent(60)) {
            return "";
        }
        return switch (solved) {
            case SOLVED -> dice.any("办了，来人看过，现在好使。", "说清楚了，也补上了。", "比我想的快。");
            case PARTLY -> dice.any("修了一半，剩下的说等料。", "这个月好些，还得再看看。", "话说明白了，事还差一截。");
            case NOT_SOLVED -> dice.any("还是老样子，没人再来过。", "答复写得好，现场没动。", "说好的日子过了，没下文。");
        };
    }
}
