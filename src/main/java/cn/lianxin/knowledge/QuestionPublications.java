package cn.lianxin.knowledge;

import cn.lianxin.platform.transparency.Publication;
import cn.lianxin.platform.transparency.Publications;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Public questions in the public log, each wording for itself; a correction is one more. From which case they come stays out. */
@Component
class QuestionPublications implements Publications {

    static final String KIND = "knowledge.question";

    private static final List<String> FIELDS = List.of("asked", "answer", "basis", "unit", "matter", "public");

    private static final String DOWN = """
            (exists (select 1 from knowledge.taken_down t where t.question = q.number)
                or exists (select 1 from concern.untold_case u where u.id = q.concern))""";

    private final JdbcClient database;

    QuestionPublications(JdbcClient database) {
        this.database = database;
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public boolean openToAll() {
        return true;
    }

    @Override
    public Stream<Publication> now() {
        return read("not " + DOWN);
    }

    Publication of(long wording) {
        return read("w.id = " + wording).findFirst().orElseThrow();
    }

    @Override
    public List<String> takenBack() {
        return read(DOWN).map(Publication::subject).toList();
    }

    private Stream<Publication> read(String which) {
        return database
                .sql("""
                select w.question, w.place, w.asked, w.answer, w.basis, q.unit, q.matter,
                    floor(extract(epoch from w.public_at))::bigint as public
                from knowledge.wording w join knowledge.question q on q.number = w.question
                where w.state in ('PUBLIC', 'REPLACED') and %s order by w.id
                """.formatted(which))
                .query((row, _) -> {
                    var fields = new TreeMap<String, String>();
                    for (var field : FIELDS) {
                        fields.put(field, row.getString(field));
                    }
                    return new Publication(
                            KIND, "question:" + row.getLong("question") + ":" + row.getInt("place"), fields);
                })
                .list()
                .stream();
    }
}
