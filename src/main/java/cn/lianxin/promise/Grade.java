package cn.lianxin.promise;

/** How urgent a matter is, from life and limb (U0) to what needs weeks (U4); U5 is a report of wrongdoing. */
public enum Grade {
    U0,
    U1,
    U2,
    U3,
    U4,
    U5;

    /** The more urgent of the two; a report stays a report, whatever its urgency. */
    public Grade stricter(Grade other) {
        return ordinal() <= other.ordinal() ? this : other;
    }

    /** Reports of wrongdoing go to those who are above the accused, and to nobody else. */
    public boolean restricted() {
        return this == U5;
    }
}
