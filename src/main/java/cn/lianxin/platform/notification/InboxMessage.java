package cn.lianxin.platform.notification;

import cn.lianxin.platform.web.Screen;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.springframework.context.NoSuchMessageException;

/** One notification as its person finds it. */
public record InboxMessage(
        long id,
        String key,
        List<String> arguments,
        Instant at,
        boolean read,
        Optional<Notification.InPlaceOf> inPlaceOf) {

    /** In the words of the reader. A message may be older than the words of this version. */
    public String sentence(Screen screen) {
        try {
            var sentence = screen.say(key, arguments.toArray());
            return inPlaceOf
                    .map(absent -> screen.say(
                            absent.underground() ? "inbox.for.underground" : "inbox.for.on-leave",
                            absent.name(),
                            screen.moment(absent.until()),
                            sentence))
                    .orElse(sentence);
        } catch (NoSuchMessageException older) {
            return screen.say("inbox.older");
        }
    }

    static InboxMessage of(ResultSet row, int number) throws SQLException {
        return new InboxMessage(
                row.getLong("id"),
                row.getString("key"),
                List.of((String[]) row.getArray("arguments").getArray()),
                row.getObject("at", OffsetDateTime.class).toInstant(),
                row.getBoolean("read"),
                inPlaceOf(row));
    }

    private static Optional<Notification.InPlaceOf> inPlaceOf(ResultSet row) throws SQLException {
        var name = row.getString("for_name");
        return name == null
                ? Optional.empty()
                : Optional.of(new Notification.InPlaceOf(
                        name,
                        row.getBoolean("for_underground"),
                        row.getObject("for_until", OffsetDateTime.class).toInstant()));
    }

    String cursor() {
        return Long.toString(id);
    }
}
