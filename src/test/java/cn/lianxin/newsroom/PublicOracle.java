package cn.lianxin.newsroom;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Whether what is public may be public, told from the rows alone: no function of the database and no class of the newsroom is asked. How many
 * have to pass stands here by hand.
 */
final class PublicOracle {

    /** So many before anybody reads it. */
    private static final Map<String, Integer> NEEDED = Map.of("headline", 3, "prose", 2, "accident", 2);

    private record Shown(
            String channel, long author, long revision, long writtenBy, String digest, String content, boolean due) {}

    private record Pass(long id, int place, long person, String digest) {}

    private final JdbcClient database;

    PublicOracle(JdbcClient database) {
        this.database = database;
    }

    /** The text of the revision that is public, empty where none is. */
    List<String> publicText(long article) {
        return database.sql("""
                        select r.text from newsroom.article a join newsroom.revision r on r.id = a.public_revision
                        where a.id = :id and a.standing = 'PUBLIC'
                        """)
                .param("id", article)
                .query((row, _) -> row.getString("text"))
                .list();
    }

    /** What is wrong, in words; nothing where all is right. */
    List<String> faults(long article) {
        var faults = new ArrayList<String>();
        for (var shown : shown(article)) {
            var passes = passes(shown.revision());
            var people = new HashSet<>(passes.stream().map(Pass::person).toList());
            var needed = NEEDED.getOrDefault(shown.channel(), Integer.MAX_VALUE);
            if (!sha256(shown.content()).equals(shown.digest())) {
                faults.add("the digest is of another text");
            }
            if (people.size() < needed || people.size() != passes.size()) {
                faults.add("passed by " + people.size() + " in " + passes.size() + " passes");
            }
            if (people.contains(shown.author()) || people.contains(shown.writtenBy())) {
                faults.add("passed by whoever wrote it");
            }
            for (var place = 0; place < passes.size(); place++) {
                if (passes.get(place).place() != place + 1) {
                    faults.add("not in order: " + passes);
                }
                if (!passes.get(place).digest().equals(shown.digest())) {
                    faults.add("a pass of another text");
                }
            }
            if (shown.channel().equals("accident") && passes.size() < 3 && !shown.due()) {
                faults.add("nobody has to pass it a third time");
            }
            if (told(article, shown.revision()) != passes.size()) {
                faults.add("the record knows of other passes");
            }
        }
        return faults;
    }

    private List<Shown> shown(long article) {
        return database.sql("""
                        select a.channel, a.author, r.id, r.written_by, r.digest, a.last_due_at is not null as due,
                            concat_ws(chr(31), r.title, r.byline, r.unit_name, r.text, r.source) as content
                        from newsroom.article a join newsroom.revision r on r.id = a.public_revision
                        where a.id = :id and a.standing = 'PUBLIC'
                        """)
                .param("id", article)
                .query((row, _) -> new Shown(
                        row.getString("channel"),
                        row.getLong("author"),
                        row.getLong("id"),
                        row.getLong("written_by"),
                        row.getString("digest"),
                        row.getString("content"),
                        row.getBoolean("due")))
                .list();
    }

    private List<Pass> passes(long revision) {
        return database.sql("select id, place, person, digest from newsroom.pass where revision = :id order by id")
                .param("id", revision)
                .query((row, _) -> new Pass(
                        row.getLong("id"), row.getInt("place"), row.getLong("person"), row.getString("digest")))
                .list();
    }

    private int told(long article, long revision) {
        return database.sql("""
                        select count(*) from newsroom.step where article = :article and revision = :revision and deed = 'PASSED'
                        """)
                .param("article", article)
                .param("revision", revision)
                .query(Integer.class)
                .single();
    }

    private static String sha256(String text) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
