package cn.lianxin.platform.database;

import java.sql.SQLException;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** One's own PostgreSQL does not answer, or does not let Lianxin in. */
class DatabaseOutOfReachAnalyzer extends AbstractFailureAnalyzer<SQLException> {

    @Override
    protected @Nullable FailureAnalysis analyze(Throwable failure, SQLException cause) {
        var state = String.valueOf(cause.getSQLState());
        if (!state.startsWith("08") && !state.startsWith("28") && !state.startsWith("3D")) {
            return null;
        }
        return new FailureAnalysis("连不上数据库。 The database is out of reach: " + cause.getMessage(), """
                请核对 --database-url 里的主机、端口、用户、密码和库名，看数据库是否在运行。
                Check host, port, user, password and name in --database-url, and whether the database is running.\
                """, cause);
    }
}
