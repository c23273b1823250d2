package cn.lianxin.raising;

import cn.lianxin.concern.Channel;
import cn.lianxin.concern.ConcernKind;
import cn.lianxin.concern.Reporter;
import cn.lianxin.kernel.Refusal;

/**
 * What a clerk has typed into the entry form.
 *
 * @param unit id of the unit it is about, 0 for that of the person
 * @param readBack the clerk has read it out and the person said that it is right
 */
record Entry(
        Channel channel,
        Reporter.Mode mode,
        ConcernKind kind,
        String staffNumber,
        long unit,
        String matter,
        String title,
        String place,
        String text,
        boolean readBack) {

    static Entry empty(Channel channel) {
        return new Entry(channel, Reporter.Mode.NAMED, ConcernKind.HELP, "", 0, "M6", "", "", "", false);
    }

    /** What somebody said is his only when he has heard it again as it was written down. */
    void mustBeReadBack() {
        if (channel.spoken() && !readBack) {
            throw new Refusal.Violation("readBack", "read-back-first");
        }
    }
}
