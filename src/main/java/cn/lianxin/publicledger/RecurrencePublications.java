package cn.lianxin.publicledger;

import cn.lianxin.platform.transparency.Publication;
import cn.lianxin.platform.transparency.Publications;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Whether a published concern came back, in the public log. */
@Component
class RecurrencePublications implements Publications {

    static final String KIND = "publicledger.recurrence";

    private static final String SUFFIX = ":recurrence";

    private static final List<String> FIELDS = List.of("came_back", "known_on");

    private final JdbcClient database;

    RecurrencePublications(JdbcClient database) {
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
        return read("r.entry = " + entry).findFirst().orElseThrow();
    }

    @Override
    public List<String> takenBack() {
        return LoggedRows.withdrawn(database, SUFFIX);
    }

    private Stream<Publication> read(String which) {
        return LoggedRows.of(database, KIND, SUFFIX, FIELDS, """
                select r.entry, r.came_back, r.known_on
                from publicledger.recurrence r join publicledger.shown s on s.number = r.entry
                where %s order by r.entry
                """.formatted(which));
    }
}
