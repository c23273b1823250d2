package cn.lianxin.verdict;

import cn.lianxin.platform.transparency.Publication;
import cn.lianxin.platform.transparency.Publications;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Batches of verdicts in the public log, with every column of theirs. */
@Component
class BatchPublications implements Publications {

    static final String KIND = "verdict.batch";

    private static final List<String> FIELDS = List.of(
            "unit",
            "rolled_up",
            "released_on",
            "rated",
            "solved",
            "partly",
            "not_solved",
            "satisfied",
            "fairly",
            "not_satisfied");

    private final JdbcClient database;

    BatchPublications(JdbcClient database) {
        this.database = database;
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public boolean openToAll() {
        return false;
    }

    @Override
    public Stream<Publication> now() {
        return read("true");
    }

    Publication of(long batch) {
        return read("id = " + batch).findFirst().orElseThrow();
    }

    private Stream<Publication> read(String which) {
        return database
                .sql("select id, %s from verdict.batch where %s order by id"
                        .formatted(String.join(", ", FIELDS), which))
                .query((row, _) -> {
                    var fields = new TreeMap<String, String>();
                    for (var field : FIELDS) {
                        fields.put(field, row.getString(field));
                    }
                    return new Publication(KIND, "batch:" + row.getLong("id"), fields);
                })
                .list()
                .stream();
    }
}
