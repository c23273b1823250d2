package cn.lianxin.demo;

import java.util.List;

/** How a life may go, and how often of a thousand it does. */
enum Plot {
    STRAIGHT(532),
    DECLINED(45),
    /** Somebody outside finds that it should have been handled. */
    DECLINED_WRONGLY(10),
    WITHDRAWN(32),
    /** Somebody outside finds that it was not his free word. */
    WITHDRAWN_UNFREELY(8),
    UNREASONABLE(14),
    UNVERIFIABLE(14),
    HANDED_BACK(60),
    HAND_BACK_REFUSED(25),
    ARBITRATED(20),
    EXTENDED(45),
    RAISED_AGAIN(70),
    REVIEWED(30),
    RE_REVIEWED(12),
    LINKED(40),
    SPLIT(25),
    /** Taken up, and then nobody answers. */
    STUCK(0);

    private final int weight;

    Plot(int weight) {
        this.weight = weight;
    }

    static Plot chosenBy(Dice dice) {
        var plots = List.of(values());
        return plots.get(
                dice.byWeight(plots.stream().mapToInt(plot -> plot.weight).toArray()));
    }
}
