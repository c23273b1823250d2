package cn.lianxin.platform.vault;

import java.sql.ResultSet;
import java.sql.SQLException;

/** One row of the vault. */
record StoredEntry(String subject, long alias, WrappingKeys.Envelope envelope) {

    static final String COLUMNS = "subject, alias, wrapped_by, own_key, sealed";

    static StoredEntry of(ResultSet row) throws SQLException {
        return new StoredEntry(
                row.getString("subject"),
                row.getLong("alias"),
                new WrappingKeys.Envelope(row.getInt("wrapped_by"), row.getBytes("own_key"), row.getBytes("sealed")));
    }

    String place() {
        return place(subject, alias);
    }

    /** What it is bound to: another concern's entry put in its place, or given another alias, does not open. */
    static String place(String subject, long alias) {
        return "vault|" + subject + "|" + alias;
    }
}
