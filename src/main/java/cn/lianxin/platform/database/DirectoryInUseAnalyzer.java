package cn.lianxin.platform.database;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Says what to do where Spring would show a stack of exceptions. */
class DirectoryInUseAnalyzer extends AbstractFailureAnalyzer<DirectoryInUse> {

    @Override
    protected FailureAnalysis analyze(Throwable failure, DirectoryInUse cause) {
        return new FailureAnalysis(cause.getMessage(), """
                停了连心，再跑这条命令。备份和体检不用停；台账也不用停：在浏览器里导入（“台账”一栏）。用自己的 PostgreSQL 时，请加 --database-url。
                Stop Lianxin, then give this command again. A backup and the doctor need no stop, nor does a ledger: it is \
                imported in the browser, under “Ledgers”. With your own PostgreSQL, add --database-url.""", cause);
    }
}
