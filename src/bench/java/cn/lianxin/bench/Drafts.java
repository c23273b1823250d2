package cn.lianxin.bench;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** Drafts that stand before their last step, so that a bench measures the filing and not the typing. */
final class Drafts {

    private static long made;

    private Drafts() {}

    static synchronized List<String> prepare(Connection connection, int count) throws SQLException {
        var tokens = new ArrayList<String>(count);
        try (var insert = connection.prepareStatement("""
                insert into raising.draft (token, words, kind, matter, place, changed_at)
                values (?, ?, 'HELP', 'E4', '二号澡堂', now())
                """)) {
            for (var i = 0; i < count; i++) {
                var token = "bench%019d".formatted(++made);
                tokens.add(token);
                insert.setString(1, token);
                insert.setString(2, Corpus.text(made));
                insert.addBatch();
            }
            insert.executeBatch();
        }
        return tokens;
    }
}
