package cn.lianxin.concern;

import cn.lianxin.kernel.PersonId;
import cn.lianxin.platform.retention.KeptData;
import cn.lianxin.platform.retention.OwnTable;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What was said in a concern: at the end its course and its outcome stay, and no word. */
@Component
class KeptWords implements KeptData {

    private final JdbcClient sql;
    private final ConfidentialReporters reporters;
    private final ApplicationEventPublisher events;

    KeptWords(JdbcClient sql, ConfidentialReporters reporters, ApplicationEventPublisher events) {
        this.sql = sql;
        this.reporters = reporters;
        this.events = events;
    }

    @Override
    public String kind() {
        return "concern";
    }

    @Override
    public Set<String> erases() {
        return Set.of("concern.concern", "concern.search", "concern.step", "concern.named", "concern.stepped_back");
    }

    @Override
    public int erase(Instant before, int most) {
        var ids = sql.sql("""
                        select c.id from concern.concern c join concern.closed_file f on f.concern = c.id
                        where f.over_since < :before
                          and (c.title <> '' or c.words <> '' or c.place <> ''
                               or exists (select 1 from concern.search s where s.concern = c.id))
                        order by c.id limit :most
                        """)
                .param("before", before.atOffset(ZoneOffset.UTC))
                .param("most", most)
                .query((row, _) -> row.getLong("id"))
                .list()
                .toArray(Long[]::new);
        eraseOf(ids);
        return ids.length;
    }

    void eraseOf(Long[] ids) {
        if (ids.length == 0) {
            return;
        }
        sql.sql("select set_config('concern.letting_go', 'on', true)")
                .query((row, _) -> row.getString(1))
                .single();
        each("update concern.step set data = concern.without_words(data) where concern = any (:ids)", ids);
        each("""
                update concern.concern
                set title = '', words = '', place = '', spoken_line = '', transcripts = '{}',
                    state_data = concern.without_words(state_data)
                where id = any (:ids)
                """, ids);
        each(
                "delete from concern.closed_unit where named in (select id from concern.named where concern = any (:ids))",
                ids);
        each("delete from concern.named where concern = any (:ids)", ids);
        each("delete from concern.stepped_back where concern = any (:ids)", ids);
        each("delete from concern.search where concern = any (:ids)", ids);
        events.publishEvent(new WordsErased(List.of(ids)));
    }

    @Override
    public List<OwnTable> of(PersonId person) {
        return List.of(his("concerns", person, """
                        select c.number, c.filed_at as at, c.kind, c.reporter_mode as mode, c.state, c.matter, c.title, c.words,
                            c.place
                        from concern.concern c where c.reporter in (:person, :alias) order by c.id
                        """), his("steps", person, """
                        select c.number, s.at, s.kind, u.name as unit, case when s.author = 'SPEAKER' then
                                coalesce(s.data ->> 'text', s.data ->> 'why', s.data ->> 'word', s.data ->> 'reason', '')
                            else coalesce(s.data -> 'reply' ->> 'opinion', s.data ->> 'opinion', s.data ->> 'question', '') end as words
                        from concern.concern c join concern.step s on s.concern = c.id
                        join organization.unit_card u on u.id = c.owner_unit
                        where c.reporter in (:person, :alias)
                          and (s.author = 'SPEAKER'
                               or s.kind in ('FILED', 'ACCEPTED', 'ASSIGNED', 'ASKED_FOR_MORE', 'REPLIED', 'RECORDED',
                                             'REVIEWED', 'CONCLUDED'))
                        order by c.id, s.place
                        """));
    }

    private OwnTable his(String name, PersonId person, String query) {
        return OwnTable.read(
                name, sql.sql(query).param("person", person.value()).param("alias", reporters.alias(person)));
    }

    private void each(String statement, Long[] ids) {
        sql.sql(statement).param("ids", ids).update();
    }
}
