package cn.lianxin.newsroom;

import cn.lianxin.kernel.Refusal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Changes the sections of the paper; who may, and who has to agree, is the business of whoever asks. */
@Component
public class KeepingChannels {

    private static final int THREE = 3;
    private static final int BETWEEN = 10;

    /**
     * By which procedure a channel can be read.
     *
     * @param passes so many before anybody reads it
     * @param stages so many in all
     * @param lastWithin what is missing follows in this time
     */
    public record Way(String code, int passes, int stages, Optional<Duration> lastWithin) {
        /** 三审: nothing is public before three have passed it. */
        public boolean threeReviews() {
            return passes >= THREE;
        }
    }

    private final JdbcClient database;
    private final Channels channels;

    KeepingChannels(JdbcClient database, Channels channels) {
        this.database = database;
        this.channels = channels;
    }

    /** Those with the most passes first. */
    @Transactional(readOnly = true)
    public List<Way> ways() {
        return database.sql("""
                        select p.code, p.passes_before_public, p.last_within_minutes,
                            (select count(*) from newsroom.stage s where s.procedure = p.code) as stages
                        from newsroom.procedure p order by p.passes_before_public desc, stages desc, p.code
                        """)
                .query((row, _) -> new Way(
                        row.getString("code"),
                        row.getInt("passes_before_public"),
                        row.getInt("stages"),
                        Optional.ofNullable(row.getObject("last_within_minutes", Integer.class))
                                .map(Duration::ofMinutes)))
                .list();
    }

    /** Its names, whether it takes submissions, whether it is shown. */
    @Transactional
    public void change(Channel channel) {
        database.sql("""
                update newsroom.channel set name = :name, english_name = :english, taking = :taking, hidden = :hidden
                where code = :code
                """)
                .param("name", channel.name())
                .param("english", channel.englishName())
                .param("taking", channel.taking() && !channel.hidden())
                .param("hidden", channel.hidden())
                .param("code", channel.code())
                .update();
    }

    /** @param place in the paper, 1 for the first; what was there comes after it */
    @Transactional
    public void move(String code, int place) {
        var order = new ArrayList<>(channels.all().stream()
                .map(Channel::code)
                .filter(one -> !one.equals(code))
                .toList());
        order.add(Math.clamp(place - 1L, 0, order.size()), code);
        database.sql("update newsroom.channel set place = -place").update();
        for (var index = 0; index < order.size(); index++) {
            database.sql("update newsroom.channel set place = :place where code = :code")
                    .param("place", (index + 1) * BETWEEN)
                    .param("code", order.get(index))
                    .update();
        }
    }

    /** How many of its articles are being read, or wait to come out. */
    @Transactional(readOnly = true)
    public int underWay(String code) {
        return database.sql("""
                        select count(*) from newsroom.article
                        where channel = :code and working in ('IN_REVIEW', 'PASSED', 'SCHEDULED')
                        """).param("code", code).query(Integer.class).single();
    }

    /** Conflict {@code news-under-way} while something of it is being read: what was begun under one rule ends under it. */
    @Transactional
    public void readBy(String code, Way way) {
        var held = database.sql("select code from newsroom.channel where code = :code for update")
                .param("code", code)
                .query(String.class)
                .optional();
        if (held.isEmpty()) {
            throw new Refusal.NotFound();
        }
        var underWay = underWay(code);
        if (underWay > 0) {
            throw new Refusal.Conflict("news-under-way", underWay);
        }
        database.sql("update newsroom.channel set procedure = :procedure, three_reviews = :three where code = :code")
                .param("procedure", way.code())
                .param("three", way.threeReviews())
                .param("code", code)
                .update();
    }
}
