package cn.lianxin.newsroom;

import cn.lianxin.kernel.Actor;
import cn.lianxin.kernel.Refusal;
import cn.lianxin.platform.text.PlainText;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What people call the texts of an article: it says nothing of what they are, and changes nothing of them. */
@Component
class VersionNames {

    static final int LONGEST = 40;

    /** @param by whoever gave it */
    record Name(String words, String by) {}

    private final JdbcClient database;
    private final Newsdesk desk;
    private final Revisions revisions;

    VersionNames(JdbcClient database, Newsdesk desk, Revisions revisions) {
        this.database = database;
        this.desk = desk;
        this.revisions = revisions;
    }

    /** By the place of the text. */
    Map<Integer, Name> of(long article) {
        var names = new LinkedHashMap<Integer, Name>();
        database.sql("""
                        select r.place, n.name, n.person_name from newsroom.revision_name n
                        join newsroom.revision r on r.id = n.revision
                        where r.article = :article order by r.place desc
                        """).param("article", article).query(row -> {
            names.put(row.getInt("place"), new Name(row.getString("name"), row.getString("person_name")));
        });
        return names;
    }

    /** Anybody who sees the article in the newsroom may; no words take the name away. Refuses {@code news-version-name}. */
    @Transactional
    void name(long article, int place, String typed, Actor.Member by) {
        desk.open(article, by);
        var revision = revisions.at(article, place).id();
        var words = PlainText.line(typed);
        if (PlainText.lengthOf(words) > LONGEST) {
            throw new Refusal.Violation("name", "news-version-name", LONGEST);
        }
        database.sql("delete from newsroom.revision_name where revision = :revision")
                .param("revision", revision)
                .update();
        if (words.isEmpty()) {
            return;
        }
        database.sql("""
                        insert into newsroom.revision_name (revision, name, person, person_name, at)
                        values (:revision, :name, :person, :by, :now)
                        on conflict (revision) do update
                            set name = excluded.name, person = excluded.person, person_name = excluded.person_name, at = excluded.at
                        """)
                .param("revision", revision)
                .param("name", words)
                .param("person", by.person().value())
                .param("by", by.name())
                .param("now", Articles.time(desk.now()))
                .update();
    }
}
