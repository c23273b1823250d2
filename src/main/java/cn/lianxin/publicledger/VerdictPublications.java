package cn.lianxin.publicledger;

import cn.lianxin.platform.transparency.Publication;
import cn.lianxin.platform.transparency.Publications;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The batch of verdicts that stands beside a published concern, in the public log, with every number of it. */
@Component
class VerdictPublications implements Publications {

    static final String KIND = "publicledger.verdicts";

    private static final String SUFFIX = ":verdicts";

    private static final List<String> FIELDS = List.of(
            "released_on", "unit", "rated", "solved", "partly", "not_solved", "satisfied", "fairly", "not_satisfied");

    private final JdbcClient database;

    VerdictPublications(JdbcClient database) {
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
        return read("true");
    }

    Publication of(long entry) {
        return read("v.entry = " + entry).findFirst().orElseThrow();
    }

    @Override
    public List<String> takenBack() {
        return LoggedRows.withdrawn(database, SUFFIX);
    }

    private Stream<Publication> read(String which) {
        return LoggedRows.of(database, KIND, SUFFIX, FIELDS, """
                select v.entry, v.released_on, v.unit, v.rated, v.solved, v.partly, v.not_solved, v.satisfied, v.fairly, v.not_satisfied
                from publicledger.verdicts v join publicledger.shown s on s.number = v.entry
                where %s order by v.entry
                """.formatted(which));
    }
}
