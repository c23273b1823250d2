package cn.lianxin.spotcheck;

import cn.lianxin.platform.transparency.Publication;
import cn.lianxin.platform.transparency.Publications;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What binds a draw before it begins, in the public log: the commitment to its seed, and the rate of each unit. */
@Component
class DrawPublications implements Publications {

    static final String KIND = "spotcheck.draw";

    private static final List<String> FIELDS = List.of("begins", "ends", "commitment", "published", "rates");

    private final JdbcClient database;

    DrawPublications(JdbcClient database) {
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

    Publication of(long period) {
        return read("p.id = " + period).findFirst().orElseThrow();
    }

    private Stream<Publication> read(String which) {
        return database
                .sql("""
                select p.id, p.begins, p.ends, p.commitment, floor(extract(epoch from p.published_at))::bigint as published,
                    coalesce((select string_agg(r.unit || ' ' || r.answers_before || ' ' || r.rate, ', ' order by r.unit)
                        from spotcheck.rate r where r.period = p.id), '') as rates
                from spotcheck.period p where %s order by p.id
                """.formatted(which))
                .query((row, _) -> {
                    var fields = new TreeMap<String, String>();
                    for (var field : FIELDS) {
                        fields.put(field, row.getString(field));
                    }
                    return new Publication(KIND, "draw:" + row.getLong("id"), fields);
                })
                .list()
                .stream();
    }
}
