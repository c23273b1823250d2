package cn.lianxin.platform.web;

/** What belongs together in the head line; an entry lies in the last group that begins at its order or before. */
public enum NavigationGroup {
    /** What is everybody's own, and never folded: raising, his concerns, his messages. */
    OWN(0),
    /** What waits for him. */
    WORK(30),
    /** What is counted and published. */
    FIGURES(60),
    /** What is kept in order: rules, people, devices, other systems. */
    KEEPING(70);

    private final int from;

    NavigationGroup(int from) {
        this.from = from;
    }

    static NavigationGroup of(NavigationEntry entry) {
        var group = OWN;
        for (var next : values()) {
            group = next.from <= entry.order() ? next : group;
        }
        return group;
    }
}
