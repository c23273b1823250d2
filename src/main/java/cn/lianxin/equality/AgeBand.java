package cn.lianxin.equality;

/** How old somebody is, no finer than is needed to see whether it matters. */
enum AgeBand {
    UNDER_30(30),
    FROM_30(45),
    FROM_45(55),
    FROM_55(Integer.MAX_VALUE);

    private final int below;

    AgeBand(int below) {
        this.below = below;
    }

    static AgeBand of(int age) {
        for (var band : values()) {
            if (age < band.below) {
                return band;
            }
        }
        return FROM_55;
    }
}
