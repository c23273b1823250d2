package cn.lianxin.bench;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One thing that the product said to the database.
 *
 * @param sql the statement, or {@code commit}
 * @param values of its parameters in their order
 */
record Exchange(String sql, List<@Nullable Object> values) {

    static final String COMMIT = "commit";
}
