package cn.lianxin.concern;

import cn.lianxin.platform.attachment.AttachmentId;
import cn.lianxin.platform.attachment.Attachments;
import cn.lianxin.platform.text.Grams;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What surrounds a filing in its transaction: that it was sent, its receipt, its files, the grams by which it is found. */
@Component
class Sendings {

    private final JdbcClient database;
    private final Attachments attachments;

    Sendings(JdbcClient database, Attachments attachments) {
        this.database = database;
        this.attachments = attachments;
    }

    /** The number that this form got when it was sent before. */
    Optional<ConcernNumber> numberOf(String token) {
        return database.sql("""
                select c.number
                from concern.sending s
                join concern.concern c on c.id = s.concern
                where s.digest = :digest
                """)
                .param("digest", Receipt.digestOfToken(token))
                .query((row, _) -> ConcernNumber.parse(row.getString("number")).orElseThrow())
                .optional();
    }

    /**
     * Whether this form is sent for the first time; a second sending waits here until the first is through. The database
     * checks at the end of the transaction that the concern is there.
     */
    boolean isFirst(String token, long concern) {
        return database.sql("""
                        insert into concern.sending (digest, concern) values (:digest, :concern) on conflict do nothing
                        """)
                        .param("digest", Receipt.digestOfToken(token))
                        .param("concern", concern)
                        .update()
                == 1;
    }

    void remember(long concern, Receipt receipt, List<UUID> files, String text) {
        give(concern, receipt.digest());
        attach(concern, files);
        index(concern, text);
    }

    /** A part that was split off opens with the receipts of the whole. */
    void rememberPart(long part, long whole, String text) {
        database.sql("""
                insert into concern.receipt (digest, concern)
                select digest, :part from concern.receipt where concern = :whole
                on conflict do nothing
                """).param("part", part).param("whole", whole).update();
        index(part, text);
    }

    void index(long concern, String text) {
        database.sql("insert into concern.search (concern, grams) values (:concern, :grams)")
                .param("concern", concern)
                .param("grams", Grams.of(text).toArray(String[]::new))
                .update();
    }

    /**
     * It is found by what was written down of its recordings too.
     *
     * @param line the first words of what was raised in speech, which lists show behind its title
     */
    void indexAgain(long concern, String text, String line) {
        database.sql("update concern.search set grams = :grams where concern = :concern")
                .param("concern", concern)
                .param("grams", Grams.of(text).toArray(String[]::new))
                .update();
        database.sql("update concern.concern set spoken_line = :line where id = :concern")
                .param("concern", concern)
                .param("line", line)
                .update();
    }

    private void give(long concern, String digest) {
        database.sql("insert into concern.receipt (digest, concern) values (:digest, :concern)")
                .param("digest", digest)
                .param("concern", concern)
                .update();
    }

    void attach(long concern, List<UUID> files) {
        if (files.isEmpty()) {
            return;
        }
        attachments.keep(files.stream().map(AttachmentId::new).toList());
        for (var file : files) {
            database.sql("""
                    insert into concern.attachment (concern, attachment, place)
                    values (:concern, :attachment,
                        (select count(*) + 1 from concern.attachment where concern = :concern))
                    on conflict do nothing
                    """)
                    .param("concern", concern)
                    .param("attachment", file)
                    .update();
        }
    }
}
