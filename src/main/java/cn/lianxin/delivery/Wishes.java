package cn.lianxin.delivery;

import cn.lianxin.kernel.PersonId;
import cn.lianxin.platform.notification.Notification;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.DayOfWeek;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What each has chosen; {@link Wish#usual} for whoever has not. */
@Component
class Wishes {

    private final JdbcClient database;

    Wishes(JdbcClient database) {
        this.database = database;
    }

    Wish of(PersonId person) {
        return database.sql("""
                select rhythm, hour, weekday, quiet_from, quiet_until, topics, language
                from delivery.wish where person = :person
                """)
                .param("person", person.value())
                .query(Wishes::wish)
                .optional()
                .orElseGet(Wish::usual);
    }

    void keep(PersonId person, Wish wish) {
        database.sql("""
                insert into delivery.wish (person, rhythm, hour, weekday, quiet_from, quiet_until, topics, language)
                values (:person, :rhythm, :hour, :weekday, :quietFrom, :quietUntil, :topics, :language)
                on conflict (person) do update
                set rhythm = excluded.rhythm, hour = excluded.hour, weekday = excluded.weekday,
                    quiet_from = excluded.quiet_from, quiet_until = excluded.quiet_until, topics = excluded.topics,
                    language = excluded.language
                """)
                .param("person", person.value())
                .param("rhythm", wish.rhythm().name())
                .param("hour", wish.hour())
                .param("weekday", wish.weekday().getValue())
                .param("quietFrom", wish.quiet().map(Wish.Quiet::from).orElse(null))
                .param("quietUntil", wish.quiet().map(Wish.Quiet::until).orElse(null))
                .param("topics", wish.topics().stream().map(Enum::name).toArray(String[]::new))
                .param("language", wish.language().toLanguageTag())
                .update();
    }

    void forget(PersonId person) {
        database.sql("delete from delivery.wish where person = :person")
                .param("person", person.value())
                .update();
    }

    private static Wish wish(ResultSet row, int number) throws SQLException {
        var topics = EnumSet.noneOf(Notification.Topic.class);
        Arrays.stream((String[]) row.getArray("topics").getArray())
                .map(Notification.Topic::valueOf)
                .forEach(topics::add);
        var from = Optional.ofNullable(row.getObject("quiet_from", Integer.class));
        var until = row.getInt("quiet_until");
        return new Wish(
                Wish.Rhythm.valueOf(row.getString("rhythm")),
                row.getInt("hour"),
                DayOfWeek.of(row.getInt("weekday")),
                from.map(hour -> new Wish.Quiet(hour, until)),
                topics,
                Locale.forLanguageTag(row.getString("language")));
    }
}
