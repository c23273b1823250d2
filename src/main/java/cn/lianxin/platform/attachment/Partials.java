package cn.lianxin.platform.attachment;

import cn.lianxin.kernel.Refusal;
import java.io.ByteArrayOutputStream;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The parts on record. Whoever changes one holds its row, so that of two equal parts one waits and then comes too late. */
@Component
class Partials {

    private final JdbcClient sql;

    Partials(JdbcClient sql) {
        this.sql = sql;
    }

    /** As it was announced the first time, however often it is. */
    @Transactional
    Partial begin(Partial announced, Instant now) {
        sql.sql("""
                        insert into attachment.partial (digest, name, size, sha256, changed_at)
                        values (:digest, :name, :size, :sha256, :now)
                        on conflict do nothing
                        """)
                .param("digest", announced.digest())
                .param("name", announced.name())
                .param("size", announced.size())
                .param("sha256", announced.sha256())
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update();
        return held(announced.digest());
    }

    Optional<Partial> find(String digest) {
        return sql.sql("""
                        select digest, name, size, sha256, received, attachment
                        from attachment.partial where digest = :digest
                        """).param("digest", digest).query(Partials::partial).optional();
    }

    /** Refused as {@code upload-offset} where it does not begin where the last one ended. */
    @Transactional
    Partial append(String digest, long offset, byte[] bytes, Instant now) {
        var partial = held(digest);
        if (partial.received() != offset || offset == partial.size()) {
            throw new Refusal.Conflict("upload-offset");
        }
        if (bytes.length == 0 || offset + bytes.length > partial.size()) {
            throw new Refusal.Violation("files", "upload-broken");
        }
        sql.sql("insert into attachment.part (digest, starts_at, bytes) values (:digest, :offset, :bytes)")
                .param("digest", digest)
                .param("offset", offset)
                .param("bytes", bytes)
                .update();
        sql.sql("""
                        update attachment.partial set received = :received, changed_at = :now where digest = :digest
                        """)
                .param("digest", digest)
                .param("received", offset + bytes.length)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update();
        return held(digest);
    }

    /** Everything that has arrived; empty where it has become an attachment already. */
    @Transactional
    Optional<byte[]> bytesOf(String digest) {
        if (held(digest).attachment().isPresent()) {
            return Optional.empty();
        }
        var whole = new ByteArrayOutputStream();
        sql.sql("select bytes from attachment.part where digest = :digest order by starts_at")
                .param("digest", digest)
                .query((ResultSet row) -> whole.writeBytes(row.getBytes("bytes")));
        return Optional.of(whole.toByteArray());
    }

    /** Whether it had not become one already. */
    @Transactional
    boolean becomes(String digest, AttachmentId attachment) {
        var first = sql.sql("""
                        update attachment.partial set attachment = :attachment
                        where digest = :digest and attachment is null
                        """)
                        .param("digest", digest)
                        .param("attachment", attachment.value())
                        .update()
                == 1;
        if (first) {
            sql.sql("delete from attachment.part where digest = :digest")
                    .param("digest", digest)
                    .update();
        }
        return first;
    }

    void forget(Collection<String> digests) {
        sql.sql("delete from attachment.partial where digest = any (:digests)")
                .param("digests", digests.toArray(String[]::new))
                .update();
    }

    void forgetOlderThan(Instant then) {
        sql.sql("delete from attachment.partial where changed_at < :then")
                .param("then", then.atOffset(ZoneOffset.UTC))
                .update();
    }

    private Partial held(String digest) {
        return sql.sql("""
                        select digest, name, size, sha256, received, attachment
                        from attachment.partial where digest = :digest for update
                        """)
                .param("digest", digest)
                .query(Partials::partial)
                .optional()
                .orElseThrow(Refusal.NotFound::new);
    }

    private static Partial partial(ResultSet row, int number) throws SQLException {
        return new Partial(
                row.getString("digest"),
                row.getString("name"),
                row.getLong("size"),
                row.getBytes("sha256"),
                row.getLong("received"),
                Optional.ofNullable(row.getObject("attachment", UUID.class)).map(AttachmentId::new));
    }
}
