package cn.lianxin.demo;

import cn.lianxin.concern.ConcernKind;
import cn.lianxin.concern.Reply;
import java.util.Locale;

/**
 * One concern and its answer as they were written, with slots such as {@code {place}} still open.
 *
 * @param ask what the handler asks, with {@code more} for the worker's answer; empty where nobody asks
 * @param verdictWord what the worker says of the reply, may be empty
 * @param againText why he raises it again, empty where he does not
 */
record Script(
        String matter,
        ConcernKind kind,
        String title,
        String words,
        String ask,
        String more,
        Reply reply,
        String verdictWord,
        String againText) {

    static Script of(String[] row) {
        return new Script(
                row[0],
                ConcernKind.valueOf(row[1].toUpperCase(Locale.ROOT)),
                row[2],
                row[3],
                row[4],
                row[5],
                new Reply(row[6], row[7], row[8], row[9], Reply.Outcome.valueOf(row[10].toUpperCase(Locale.ROOT))),
                row[11],
                row[12]);
    }
}
