package cn.lianxin.raising;

import cn.lianxin.concern.Channel;
import cn.lianxin.concern.ConcernKind;
import cn.lianxin.concern.Reporter;

/**
 * What a clerk has typed into the entry form.
 *
 * @param unit id of the unit it is about, 0 for that of the person
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
        String text) {

    static Entry empty() {
        return new Entry(Channel.DESK, Reporter.Mode.NAMED, ConcernKind.HELP, "", 0, "M6", "", "", "");
    }
}
