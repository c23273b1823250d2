package cn.lianxin.correspondent;

import cn.lianxin.kernel.PersonId;
import cn.lianxin.platform.retention.KeptData;
import cn.lianxin.platform.retention.OwnTable;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Files and fees stay; here is what of them is one person's. */
@Component
class OwnFees implements KeptData {

    private final JdbcClient database;

    OwnFees(JdbcClient database) {
        this.database = database;
    }

    @Override
    public String kind() {
        return "fee";
    }

    @Override
    public List<OwnTable> of(PersonId person) {
        return List.of(
                table("correspondent", """
                        select f.since as from_day, f.until as until_day from correspondent.file f where f.person = :person
                        """, person),
                table("merits", """
                        select e.day as from_day, e.kind as kind, e.words as words, e.struck_because as reason
                        from correspondent.entry e where e.person = :person order by e.id
                        """, person),
                table("fees", """
                        select p.article as number, p.day as from_day, p.title as title, (h.fen / 100.0)::numeric(12, 2) as words
                        from correspondent.share h
                        join correspondent.piece p on p.article = h.article
                        join correspondent.sheet s on s.id = p.sheet and s.closed_at is not null
                        where h.person = :person order by p.article
                        """, person),
                table("fee-corrections", """
                        select c.id as number, c.of_month as from_day, c.reason as reason, (c.fen / 100.0)::numeric(12, 2) as words
                        from correspondent.correction c join correspondent.sheet s on s.id = c.sheet and s.closed_at is not null
                        where c.person = :person order by c.id
                        """, person));
    }

    private OwnTable table(String name, String query, PersonId person) {
        return OwnTable.read(name, database.sql(query).param("person", person.value()));
    }
}
