package cn.lianxin.concern;

import cn.lianxin.concern.FilesErased.Gone;
import cn.lianxin.kernel.PersonId;
import cn.lianxin.platform.attachment.AttachmentId;
import cn.lianxin.platform.attachment.Attachments;
import cn.lianxin.platform.retention.KeptData;
import cn.lianxin.platform.retention.OwnFile;
import cn.lianxin.platform.retention.OwnTable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Files of a concern and their previews, until some time after it is over. */
@Component
class KeptFiles implements KeptData {

    private final JdbcClient sql;
    private final Attachments attachments;
    private final ConfidentialReporters reporters;
    private final ApplicationEventPublisher events;

    KeptFiles(
            JdbcClient sql,
            Attachments attachments,
            ConfidentialReporters reporters,
            ApplicationEventPublisher events) {
        this.sql = sql;
        this.attachments = attachments;
        this.reporters = reporters;
        this.events = events;
    }

    @Override
    public String kind() {
        return "attachment";
    }

    @Override
    public Set<String> erases() {
        return Set.of("concern.attachment", "attachment.content", "attachment.rendition");
    }

    @Override
    public int erase(Instant before, int most) {
        var gone = sql.sql("""
                        delete from concern.attachment where ctid in (
                            select a.ctid from concern.attachment a
                            join concern.closed_file f on f.concern = a.concern
                            where f.over_since < :before limit :most)
                        returning concern, attachment
                        """)
                .param("before", before.atOffset(ZoneOffset.UTC))
                .param("most", most)
                .query(KeptFiles::gone)
                .list();
        discard(gone);
        return gone.size();
    }

    void eraseOf(Long[] concerns) {
        discard(sql.sql("delete from concern.attachment where concern = any (:ids) returning concern, attachment")
                .param("ids", concerns)
                .query(KeptFiles::gone)
                .list());
    }

    private static Gone gone(ResultSet row, int place) throws SQLException {
        return new Gone(row.getLong("concern"), row.getObject("attachment", UUID.class));
    }

    private void discard(List<Gone> files) {
        if (files.isEmpty()) {
            return;
        }
        events.publishEvent(new FilesErased(files));
        var gone =
                files.stream().map(Gone::file).distinct().map(AttachmentId::new).toList();
        // What was split from a concern shares its files.
        var shared = sql.sql("select attachment from concern.attachment where attachment = any (:files)")
                .param("files", gone.stream().map(AttachmentId::value).toArray(UUID[]::new))
                .query((row, _) -> new AttachmentId(row.getObject("attachment", UUID.class)))
                .list();
        attachments.discard(gone.stream().filter(file -> !shared.contains(file)).toList());
    }

    @Override
    public List<OwnTable> of(PersonId person) {
        return List.of(OwnTable.read(
                "files", sql.sql("""
                        select c.number, cast(a.attachment as text) as file
                        from concern.concern c join concern.attachment a on a.concern = c.id
                        where c.reporter in (:person, :alias) order by c.id, a.place
                        """).param("person", person.value()).param("alias", reporters.alias(person))));
    }

    @Override
    public void files(PersonId person, OwnFile.Taker taker) {
        for (var row : of(person).getFirst().rows()) {
            var content = attachments.get(new AttachmentId(UUID.fromString(row.get(1))));
            try {
                var name = content.attachment().name().replaceAll("[\\\\/:*?\"<>|]", "_");
                taker.take(new OwnFile(row.get(0) + "/" + row.get(1).substring(0, 8) + "-" + name, content.bytes()));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
