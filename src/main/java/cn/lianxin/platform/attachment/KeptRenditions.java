package cn.lianxin.platform.attachment;

import java.awt.Dimension;
import java.sql.Types;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The sizes of a picture beside its file: with the file they go, and whoever deletes them has them made again. */
@Component
public class KeptRenditions {

    /** In front of the first line of a picture stands little, once its traces are gone. */
    private static final int HEADER = 512 * 1024;

    private final JdbcClient sql;
    private final Clock clock;

    KeptRenditions(JdbcClient sql, Clock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    /**
     * One of the sizes.
     *
     * @param content empty where it cannot be made
     */
    public record Kept(Optional<Content> content) {}

    /** Empty where nobody has made it yet, or there is no such file. */
    @Transactional(readOnly = true)
    public Optional<Kept> find(AttachmentId id, String name, String mediaType) {
        return sql.sql("""
                        select c.id, c.name, c.media_type, c.kind, c.size, c.seconds, c.sha256, r.bytes
                        from attachment.rendition r join attachment.content c on c.id = r.attachment
                        where r.attachment = :id and r.name = :name
                        """)
                .param("id", id.value())
                .param("name", name)
                .query((row, number) -> {
                    byte @Nullable [] bytes = row.getBytes("bytes");
                    if (bytes == null) {
                        return new Kept(Optional.empty());
                    }
                    var version = HexFormat.of().formatHex(row.getBytes("sha256")) + "-" + name;
                    return new Kept(
                            Optional.of(new Content(StoredAttachment.of(row, number), mediaType, bytes, version)));
                })
                .optional();
    }

    /** In a transaction of its own: whoever reads in one that writes nothing may have them made. Whoever was first stays. */
    @Transactional(propagation = Propagation.REQUIRES_NEW)
    public void keep(AttachmentId id, Map<String, byte[]> made) {
        made.forEach((name, bytes) -> keep(id, name, bytes));
    }

    /** That it cannot be made, so that nobody tries again. */
    @Transactional(propagation = Propagation.REQUIRES_NEW)
    public void giveUp(AttachmentId id, Collection<String> names) {
        names.forEach(name -> keep(id, name, null));
    }

    private void keep(AttachmentId id, String name, byte @Nullable [] bytes) {
        sql.sql("""
                        insert into attachment.rendition (attachment, name, bytes, made_at)
                        select c.id, :name, :bytes, :now from attachment.content c where c.id = :id
                        on conflict do nothing
                        """)
                .param("id", id.value())
                .param("name", name)
                .param("bytes", bytes, Types.BINARY)
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .update();
    }

    /** How large these photos are upright, as far as anybody has measured; 0 by 0 where their headers do not say. */
    @Transactional(readOnly = true)
    public Map<AttachmentId, Dimension> sizes(Collection<AttachmentId> ids) {
        Map<AttachmentId, Dimension> sizes = new HashMap<>();
        if (!ids.isEmpty()) {
            sql.sql("select id, width, height from attachment.content where id in (:ids) and width is not null")
                    .param("ids", values(ids))
                    .query(row -> {
                        sizes.put(
                                new AttachmentId(row.getObject("id", UUID.class)),
                                new Dimension(row.getInt("width"), row.getInt("height")));
                    });
        }
        return sizes;
    }

    /** Looks at the headers of these photos and writes down what they say, once for ever. */
    @Transactional(propagation = Propagation.REQUIRES_NEW)
    public Map<AttachmentId, Dimension> measure(Collection<AttachmentId> ids) {
        Map<AttachmentId, Dimension> sizes = new HashMap<>();
        for (var id : ids) {
            sql.sql(
                            "select media_type, substring(bytes from 1 for :header) as bytes from attachment.content where id = :id")
                    .param("header", HEADER)
                    .param("id", id.value())
                    .query((row, _) -> PhotoHeader.upright(row.getString("media_type"), row.getBytes("bytes")))
                    .optional()
                    .ifPresent(size -> sizes.put(id, size));
        }
        sizes.forEach((id, size) -> sql.sql(
                        "update attachment.content set width = :width, height = :height where id = :id and width is null")
                .param("width", size.width)
                .param("height", size.height)
                .param("id", id.value())
                .update());
        return sizes;
    }

    /** Names of what was made of this file, for whoever looks after it. */
    @Transactional(readOnly = true)
    public List<String> of(AttachmentId id) {
        return sql.sql("select r.name from attachment.rendition r where r.attachment = :id order by r.name")
                .param("id", id.value())
                .query((row, _) -> row.getString("name"))
                .list();
    }

    private static List<UUID> values(Collection<AttachmentId> ids) {
        return ids.stream().map(AttachmentId::value).toList();
    }
}
