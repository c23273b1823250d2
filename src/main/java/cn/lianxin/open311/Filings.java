package cn.lianxin.open311;

import cn.lianxin.concern.ConcernNumber;
import cn.lianxin.concern.Cursor;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The store of what applications filed; each finds its own alone. */
@Component
class Filings {

    private static final String SELECT = """
            select f.id, f.number, f.receipt, f.filed_at, f.withheld, coalesce(f.content, '') as content
            from open311.filing f
            where f.application = :application
            """;

    private final JdbcClient database;

    Filings(JdbcClient database) {
        this.database = database;
    }

    /** Whether it was written down; not where this token was used before. */
    boolean add(Caller.Known caller, Filing filing, Optional<String> token) {
        return database.sql("""
                        insert into open311.filing (application, number, receipt, filed_at, withheld, token, content)
                        values (:application, :number, :receipt, :filedAt, :withheld, :token, :content)
                        on conflict do nothing
                        """)
                        .param("application", caller.application())
                        .param("number", filing.number().toString())
                        .param("receipt", filing.receipt())
                        .param("filedAt", Timestamp.from(filing.filedAt()))
                        .param("withheld", filing.withheld())
                        .param("token", token.map(it -> digest(caller, it)).orElse(null))
                        .param("content", token.isPresent() ? filing.content() : null)
                        .update()
                == 1;
    }

    Optional<Filing> withToken(Caller.Known caller, String token) {
        return database.sql(SELECT + " and f.token = :token")
                .param("application", caller.application())
                .param("token", digest(caller, token))
                .query((row, _) -> filing(row))
                .optional();
    }

    List<Filing> numbered(long application, Collection<ConcernNumber> numbers) {
        return database.sql(SELECT
                        + " and not f.withheld and f.number = any (:numbers) order by f.filed_at desc, f.id desc")
                .param("application", application)
                .param("numbers", numbers.stream().map(ConcernNumber::toString).toArray(String[]::new))
                .query((row, _) -> filing(row))
                .list();
    }

    /** Filed in this time, the newest first, from the cursor on. */
    List<Filing> newest(long application, Instant from, Instant until, Cursor before, int limit) {
        return database.sql(SELECT + """
                         and not f.withheld and f.filed_at between :from and :until and (f.filed_at, f.id) < (:time, :id)
                        order by f.filed_at desc, f.id desc
                        limit :limit
                        """)
                .param("application", application)
                .param("from", Timestamp.from(from))
                .param("until", Timestamp.from(until))
                .param("time", Timestamp.from(before.time()))
                .param("id", before.id())
                .param("limit", limit)
                .query((row, _) -> filing(row))
                .list();
    }

    private static String digest(Caller.Known caller, String token) {
        try {
            var text = caller.holder() + " " + token;
            var digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Filing filing(ResultSet row) throws SQLException {
        return new Filing(
                row.getLong("id"),
                ConcernNumber.parse(row.getString("number")).orElseThrow(),
                row.getString("receipt"),
                row.getTimestamp("filed_at").toInstant(),
                row.getBoolean("withheld"),
                row.getString("content"));
    }
}
