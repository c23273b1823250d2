package cn.lianxin.publicledger;

import cn.lianxin.platform.transparency.Publication;
import cn.lianxin.platform.transparency.Publications;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** That a published concern was taken down, in the public log; by which rule only where the office did it. */
@Component
class WithdrawalPublications implements Publications {

    static final String KIND = "publicledger.withdrawal";

    private static final String SUFFIX = ":withdrawal";

    private static final List<String> FIELDS = List.of("at", "rule");

    private final JdbcClient database;

    WithdrawalPublications(JdbcClient database) {
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
        return read("w.entry = " + entry).findFirst().orElseThrow();
    }

    private Stream<Publication> read(String which) {
        return LoggedRows.of(database, KIND, SUFFIX, FIELDS, """
                select w.entry, floor(extract(epoch from w.at))::bigint as at, case when w.by_person is null then '' else w.rule end as rule
                from publicledger.withdrawal w
                where %s order by w.entry
                """.formatted(which));
    }
}
