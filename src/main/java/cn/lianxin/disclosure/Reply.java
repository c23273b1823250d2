package cn.lianxin.disclosure;

import cn.lianxin.kernel.PersonId;
import java.time.Instant;

/** What was answered to an objection, by name and with reasons. */
record Reply(Outcome outcome, String reasons, PersonId by, Instant at) {

    enum Outcome {
        UPHELD,
        PARTLY,
        NOT_UPHELD
    }
}
