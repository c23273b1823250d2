package cn.lianxin.platform.transparency;

import cn.lianxin.platform.note.LogProof;
import java.nio.charset.StandardCharsets;
import java.util.TreeMap;
import org.springframework.context.ApplicationContext;
import org.springframework.transaction.support.TransactionTemplate;

/** The log as the rooms and its clock use it, for the bench. */
public final class LogUnderLoad {

    private static final int FIELDS = 8;

    private final PublicLog log;
    private final Numbering numbering;
    private final Signing signing;
    private final LogPaths paths;
    private final TransactionTemplate transactions;

    public LogUnderLoad(ApplicationContext context) {
        this.log = context.getBean(PublicLog.class);
        this.numbering = context.getBean(Numbering.class);
        this.signing = context.getBean(Signing.class);
        this.paths = context.getBean(LogPaths.class);
        this.transactions = context.getBean(TransactionTemplate.class);
    }

    /** Takes down so many in transactions of so many. */
    public void record(int from, int until, int together) {
        for (var first = from; first < until; first += together) {
            var begin = first;
            transactions.executeWithoutResult(_ -> {
                for (var at = begin; at < Math.min(until, begin + together); at++) {
                    log.record(of(at));
                }
            });
        }
    }

    public void numberAndSign() {
        while (numbering.number() == Numbering.AT_ONCE) {
            // As long as there are more of them.
        }
        signing.sign();
    }

    private static Publication of(int at) {
        var fields = new TreeMap<String, String>();
        for (var field = 0; field < FIELDS; field++) {
            fields.put("field" + field, "内容 " + at * 31L + " " + field);
        }
        return new Publication("bench", "bench:" + at, fields);
    }

    public int proofBytes(long place) {
        return paths.read("proof/" + place + ".tlog-proof", Reader.ANYBODY).orElseThrow().length;
    }

    public int proofHashes(long place) {
        return LogProof.parse(new String(
                        paths.read("proof/" + place + ".tlog-proof", Reader.ANYBODY)
                                .orElseThrow(),
                        StandardCharsets.UTF_8))
                .path()
                .size();
    }
}
