package cn.lianxin.safeguard;

import cn.lianxin.kernel.Actor;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The store of what the accused were told and replied. */
@Component
class Hearings {

    private final JdbcClient database;

    Hearings(JdbcClient database) {
        this.database = database;
    }

    /** In the order in which it was written down. */
    List<Hearing> of(long concern) {
        return database.sql("""
                        select named, kind, on_day, words, by_name, by_post
                        from safeguard.hearing where concern = :concern order by id
                        """).param("concern", concern).query(Hearing::of).list();
    }

    Set<String> heard(long concern) {
        return of(concern).stream().map(Hearing::named).collect(Collectors.toSet());
    }

    void add(long concern, Hearing hearing, Actor.Member by, String post, Instant at) {
        database.sql("""
                insert into safeguard.hearing (concern, named, kind, on_day, words, by_person, by_name, by_post, at)
                values (:concern, :named, :kind, :on, :words, :by, :name, :post, :at)
                """)
                .param("concern", concern)
                .param("named", hearing.named())
                .param("kind", hearing.kind().name())
                .param("on", hearing.on())
                .param("words", hearing.words())
                .param("by", by.person().value())
                .param("name", by.name())
                .param("post", post)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .update();
    }
}
