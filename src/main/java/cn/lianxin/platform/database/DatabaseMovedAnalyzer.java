package cn.lianxin.platform.database;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Somebody starts without the address of the database to which everything was moved. */
class DatabaseMovedAnalyzer extends AbstractFailureAnalyzer<DatabaseMoved> {

    @Override
    protected FailureAnalysis analyze(Throwable failure, DatabaseMoved cause) {
        return new FailureAnalysis(cause.getMessage(), """
                启动时请加 --database-url。要回到搬走以前的样子，先删掉 %1$s；搬走以后写下的不会跟回来。
                Start with --database-url. To go back to how it was before the move, delete %1$s; what was written since does not come \
                back with it.""".formatted(cause.mark()), cause);
    }
}
