package cn.lianxin.personnel;

import cn.lianxin.kernel.Refusal;
import cn.lianxin.platform.text.PlainText;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** How many may leave at once before somebody has to say that he means it: a file cut in half looks like a mine that closes. */
@Component
public class LeavingLimit {

    private static final int LONGEST_REASON = 200;

    private final int percent;

    LeavingLimit(@Value("${lianxin.personnel.leaving-percent:5}") int percent) {
        if (percent < 0 || percent > 100) {
            throw new IllegalArgumentException("lianxin.personnel.leaving-percent is 0 to 100, not " + percent);
        }
        this.percent = percent;
    }

    int percent() {
        return percent;
    }

    /** @param people of the unit before anybody left */
    public boolean stops(int leaving, int people) {
        return leaving * 100L > (long) percent * people;
    }

    /**
     * The reason, where one is needed; empty where nobody has to ask. Refuses {@code roster-leaving-unconfirmed} until the
     * number of leavers is typed as it is, {@code record-reason-missing} and {@code record-reason-too-long}.
     */
    String confirmed(int leaving, int people, String typed, String reason) {
        if (!stops(leaving, people)) {
            return "";
        }
        if (!typed.strip().equals(String.valueOf(leaving))) {
            throw new Refusal.Violation("leaving", "roster-leaving-unconfirmed", leaving);
        }
        return reason(reason);
    }

    /** Why so many leave, in one line. Refuses {@code record-reason-missing} and {@code record-reason-too-long}. */
    public String reason(String typed) {
        var why = PlainText.line(typed);
        if (why.isEmpty()) {
            throw new Refusal.Violation("reason", "record-reason-missing");
        }
        if (PlainText.lengthOf(why) > LONGEST_REASON) {
            throw new Refusal.Violation("reason", "record-reason-too-long", LONGEST_REASON);
        }
        return why;
    }
}
