package cn.lianxin.publicledger;

import cn.lianxin.platform.transparency.Publication;
import cn.lianxin.platform.transparency.Publications;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Published concerns in the public log, as all read them. From which case they come stays out. */
@Component
class EntryPublications implements Publications {

    static final String KIND = "publicledger.entry";

    private static final String SUFFIX = "";

    private static final List<String> FIELDS =
            List.of("request", "reply", "unit", "matter", "promised_on", "replied_on", "public");

    private final JdbcClient database;

    EntryPublications(JdbcClient database) {
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
        return read("s.number = " + entry).findFirst().orElseThrow();
    }

    @Override
    public List<String> takenBack() {
        return LoggedRows.withdrawn(database, SUFFIX);
    }

    private Stream<Publication> read(String which) {
        return LoggedRows.of(database, KIND, SUFFIX, FIELDS, """
                select s.number as entry, s.request, s.reply, s.unit, s.matter, s.promised_on, s.replied_on,
                    floor(extract(epoch from s.public_at))::bigint as public
                from publicledger.shown s
                where %s order by s.number
                """.formatted(which));
    }
}
