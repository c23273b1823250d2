package cn.lianxin.platform.database;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Says what to do where Spring would show a stack of exceptions. */
class DirectoryInUseAnalyzer extends AbstractFailureAnalyzer<DirectoryInUse> {

    @Override
    protected FailureAnalysis analyze(Throwable failure, DirectoryInUse cause) {
        return new FailureAnalysis(cause.getMessage(), """
                正在运行的连心可以在浏览器里导入台账（“台账”一栏），不用停。用自己的 PostgreSQL 时，请加 --database-url。
                A running Lianxin imports ledgers in the browser, under “Ledgers”; it need not stop. \
                With your own PostgreSQL, add --database-url.""", cause);
    }
}
