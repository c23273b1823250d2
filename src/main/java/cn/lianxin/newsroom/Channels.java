package cn.lianxin.newsroom;

import cn.lianxin.kernel.Refusal;
import cn.lianxin.kernel.Role;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The sections of the paper and the procedures by which they are read; all of it is data. */
@Component
public class Channels {

    private static final int THREE = 3;

    private final JdbcClient database;

    Channels(JdbcClient database) {
        this.database = database;
    }

    /** In the order of the paper. */
    @Transactional(readOnly = true)
    public List<Channel> all() {
        return database.sql("""
                        select code, name, english_name, kind, procedure, three_reviews, taking, hidden
                        from newsroom.channel order by place
                        """).query(Channels::channel).list();
    }

    /** Those that readers find in the paper. */
    @Transactional(readOnly = true)
    public List<Channel> shown() {
        return all().stream().filter(channel -> !channel.hidden()).toList();
    }

    @Transactional(readOnly = true)
    public Optional<Channel> find(String code) {
        return database.sql("""
                        select code, name, english_name, kind, procedure, three_reviews, taking, hidden
                        from newsroom.channel where code = :code
                        """).param("code", code).query(Channels::channel).optional();
    }

    Channel get(String code) {
        return find(code).orElseThrow(Refusal.NotFound::new);
    }

    /** With as many passes as the channel demands, whatever its procedure says. */
    @Transactional(readOnly = true)
    Procedure procedureOf(String channel) {
        var stages = database.sql("""
                        select s.place, s.role, s.name, s.english_name
                        from newsroom.stage s join newsroom.channel c on c.procedure = s.procedure
                        where c.code = :channel order by s.place
                        """)
                .param("channel", channel)
                .query((row, _) -> new Procedure.Stage(
                        row.getInt("place"),
                        Role.valueOf(row.getString("role")),
                        row.getString("name"),
                        row.getString("english_name")))
                .list();
        var permits = database.sql("""
                        select p.deed, p.state, p.role
                        from newsroom.permitted p join newsroom.channel c on c.procedure = p.procedure
                        where c.code = :channel
                        """)
                .param("channel", channel)
                .query((row, _) -> new Procedure.Permit(
                        ArticleRight.valueOf(row.getString("deed")),
                        row.getString("state"),
                        Role.valueOf(row.getString("role"))))
                .list();
        return database.sql("""
                        select p.code, p.passes_before_public, p.last_within_minutes, p.voids_from, c.three_reviews
                        from newsroom.procedure p join newsroom.channel c on c.procedure = p.code
                        where c.code = :channel
                        """)
                .param("channel", channel)
                .query((row, _) -> new Procedure(
                        row.getString("code"),
                        Math.max(row.getInt("passes_before_public"), row.getBoolean("three_reviews") ? THREE : 0),
                        Optional.ofNullable(row.getObject("last_within_minutes", Integer.class))
                                .map(Duration::ofMinutes),
                        row.getInt("voids_from"),
                        stages,
                        new HashSet<>(permits)))
                .single();
    }

    private static Channel channel(ResultSet row, int place) throws SQLException {
        return new Channel(
                row.getString("code"),
                row.getString("name"),
                row.getString("english_name"),
                ArticleKind.valueOf(row.getString("kind")),
                row.getString("procedure"),
                row.getBoolean("three_reviews"),
                row.getBoolean("taking"),
                row.getBoolean("hidden"));
    }
}
