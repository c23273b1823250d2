package cn.lianxin.platform.notification;

import cn.lianxin.platform.web.Screen;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import org.springframework.context.NoSuchMessageException;

/** One notification as its person finds it. */
public record InboxMessage(long id, String key, List<String> arguments, Instant at, boolean read) {

    /** In the words of the reader. A message may be older than the words of this version. */
    public String sentence(Screen screen) {
        try {
            return screen.say(key, arguments.toArray());
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
                row.getBoolean("read"));
    }

    String cursor() {
        return Long.toString(id);
    }
}
