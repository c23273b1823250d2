package cn.lianxin.newsroom;

import cn.lianxin.kernel.PersonId;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Which text a reviewer has had before him; what he never opened he does not pass along with others. */
@Component
class Openings {

    private final JdbcClient database;

    Openings(JdbcClient database) {
        this.database = database;
    }

    void note(long revision, PersonId person, Instant at) {
        database.sql("""
                insert into newsroom.opened (person, revision, at) values (:person, :revision, :at) on conflict do nothing
                """)
                .param("person", person.value())
                .param("revision", revision)
                .param("at", Articles.time(at))
                .update();
    }

    /** Of these articles those whose present text he has opened, with its digest. */
    Map<Long, String> of(PersonId person, List<Long> articles) {
        var opened = new HashMap<Long, String>();
        database.sql("""
                        select a.id, r.digest
                        from newsroom.article a
                        join newsroom.revision r on r.id = a.revision
                        join newsroom.opened o on o.revision = r.id and o.person = :person
                        where a.id = any (:articles)
                        """)
                .param("person", person.value())
                .param("articles", articles.toArray(Long[]::new))
                .query(row -> {
                    opened.put(row.getLong("id"), row.getString("digest"));
                });
        return opened;
    }
}
