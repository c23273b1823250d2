package cn.lianxin.formerportal;

import cn.lianxin.kernel.PersonId;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.Optional;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The store of what came in already, and of the addresses at which it stood. */
@Component
class TakenArticles {

    static final int LONGEST_PATH = 500;

    private final JdbcClient database;
    private final Clock clock;

    TakenArticles(JdbcClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** Its number here, where it is here. */
    Optional<Long> find(String identity) {
        return database.sql("select article from formerportal.taken where key = :key")
                .param("key", key(identity))
                .query(Long.class)
                .optional();
    }

    void add(FormerArticle former, long article, PersonId person) {
        database.sql("""
                insert into formerportal.taken (key, article, person, file, former, day, taken_at)
                values (:key, :article, :person, :file, :former, cast(:day as date), :now)
                """)
                .param("key", key(former.identity()))
                .param("article", article)
                .param("person", person.value())
                .param("file", former.where())
                .param("former", !former.address().isEmpty())
                .param("day", former.imprint().day().orElse(null))
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .update();
    }

    /** False where another article stood there; the first one keeps it. */
    boolean stoodAt(String path, long article) {
        return database.sql("""
                        insert into formerportal.address (path, article) values (:path, :article) on conflict (path) do nothing
                        """).param("path", path).param("article", article).update() == 1;
    }

    /** Where readers find now what stood there; empty for what was never public here. */
    Optional<String> leadsTo(String path) {
        return database.sql("""
                        select '/news/articles/' || d.article || coalesce('/' || nullif(p.slug, ''), '')
                        from formerportal.address d
                        left join newsroom.published p on p.id = d.article
                        left join newsroom.gravestone g on g.id = d.article
                        where d.path = :path and (p.id is not null or g.id is not null)
                        """).param("path", path).query(String.class).optional();
    }

    /** The first steps of all paths. */
    Set<String> beginnings() {
        return new HashSet<>(database.sql("select distinct split_part(path, '/', 2) from formerportal.address")
                .query((row, _) -> row.getString(1))
                .list());
    }

    private static String key(String identity) {
        try {
            var sha = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(sha.digest(identity.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
