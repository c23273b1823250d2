package cn.lianxin.concern;

import cn.lianxin.kernel.Actor;
import cn.lianxin.kernel.Refusal;
import cn.lianxin.kernel.UnitId;
import cn.lianxin.platform.audit.Door;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.core.JacksonException;

/**
 * What was filed and what was answered, whoever spoke and however, for the room that commits to it; never who. What a ledger brought
 * along was said elsewhere and is none of it.
 */
@Component
public class EnteringConcerns {

    /** @param step its place on the timeline */
    public record Key(long concern, int step) {}

    /** By which the next page begins. */
    public record Moment(Instant at, Key key) {
        public static Moment before(Instant at) {
            return new Moment(at, new Key(Long.MIN_VALUE, 0));
        }
    }

    /**
     * Something that was said, as it stands now.
     *
     * @param unit that had the concern then
     * @param words by what they are
     * @param files that came with it, in their order
     * @param erased whether nothing that was said in its concern is left
     */
    public record Entered(
            Key key,
            String number,
            Instant at,
            UnitId unit,
            Map<String, String> words,
            List<SentFile> files,
            boolean erased) {
        public Entered {
            words = Map.copyOf(words);
            files = List.copyOf(files);
        }

        /** Of one of its files, as it stands now. */
        public Optional<String> digest(UUID file) {
            return files.stream()
                    .filter(one -> one.id().equals(file))
                    .findFirst()
                    .flatMap(SentFile::sha256);
        }
    }

    /** @param sha256 of the bytes that are handed out now, in hexadecimal digits; empty once the file is gone */
    public record SentFile(UUID id, Optional<String> sha256) {}

    private static final String ERASED = "c.title = '' and c.words = '' and c.place = ''";

    private static final String ENTERED =
            "s.kind in ('FILED', 'REPLIED', 'DECLINED', 'REVIEWED') and c.channel <> 'LEDGER'";

    private final Concerns concerns;
    private final ReadingTrail trail;
    private final SentFiles files;
    private final JdbcClient database;

    EnteringConcerns(Concerns concerns, ReadingTrail trail, SentFiles files, JdbcClient database) {
        this.concerns = concerns;
        this.trail = trail;
        this.files = files;
        this.database = database;
    }

    /** What has come after one moment and before another and still has its words, in its order. */
    public List<Moment> came(Moment after, Instant until, int most) {
        return database.sql("""
                select s.at, s.concern, s.place
                from concern.step s join concern.concern c on c.id = s.concern
                where %s and (s.at, s.concern, s.place) > (:at, :concern, :place) and s.at < :until and not (%s)
                order by s.at, s.concern, s.place limit :most
                """.formatted(ENTERED, ERASED))
                .param("at", after.at().atOffset(ZoneOffset.UTC))
                .param("concern", after.key().concern())
                .param("place", after.key().step())
                .param("until", until.atOffset(ZoneOffset.UTC))
                .param("most", most)
                .query((row, _) -> new Moment(
                        row.getTimestamp("at").toInstant(), new Key(row.getLong("concern"), row.getInt("place"))))
                .list();
    }

    /** Of what is no more there is none. */
    public List<Entered> read(Collection<Key> keys) {
        var said = database.sql("""
                select s.concern, s.place, s.at, s.data, c.number, c.title, c.words, c.place as place_said, %s as erased,
                       (select cast(o.data -> 'owner' -> 'unit' ->> 'value' as bigint) from concern.step o
                        where o.concern = s.concern and o.place <= s.place and o.data -> 'owner' -> 'unit' ->> 'value' is not null
                        order by o.place desc limit 1) as unit
                from unnest(cast(:concerns as bigint[]), cast(:steps as int[])) as wanted (concern, place)
                join concern.step s on s.concern = wanted.concern and s.place = wanted.place
                join concern.concern c on c.id = s.concern
                where %s
                order by s.concern, s.place
                """.formatted(ERASED, ENTERED))
                .param("concerns", keys.stream().map(Key::concern).toArray(Long[]::new))
                .param("steps", keys.stream().map(Key::step).toArray(Integer[]::new))
                .query(EnteringConcerns::entered)
                .list();
        return files.withDigests(said);
    }

    /** The key of his own concern; NotFound for everybody but whoever raised it. */
    @Transactional(readOnly = true)
    public long ofSpeaker(ConcernNumber number, Actor speaker) {
        return met(number, speaker).concern().id();
    }

    /** The same, who takes its words away; written down where a program does it for him. */
    @Transactional
    public long takenAwayBySpeaker(ConcernNumber number, Actor speaker) {
        var met = met(number, speaker);
        trail.opened(met.concern(), met.party(), false, Door.EXPORT, speaker);
        return met.concern().id();
    }

    private Concerns.Met met(ConcernNumber number, Actor speaker) {
        var met = concerns.get(number, speaker);
        if (!met.party().is(Standing.SPEAKER)) {
            throw new Refusal.NotFound();
        }
        return met;
    }

    private static Entered entered(ResultSet row, int place) throws SQLException {
        return new Entered(
                new Key(row.getLong("concern"), row.getInt("place")),
                row.getString("number"),
                row.getTimestamp("at").toInstant(),
                new UnitId(row.getLong("unit")),
                words(row),
                files(row),
                row.getBoolean("erased"));
    }

    private static List<SentFile> files(ResultSet row) throws SQLException {
        try {
            var event = ConcernJson.event(row.getString("data"));
            return Objects.requireNonNullElse(event.files(), List.<UUID>of()).stream()
                    .map(file -> new SentFile(file, Optional.empty()))
                    .toList();
        } catch (JacksonException unreadable) {
            return List.of();
        }
    }

    /** What cannot be read any more is none of it; whoever holds it against what it was finds that. */
    private static Map<String, String> words(ResultSet row) throws SQLException {
        try {
            return words(row, ConcernJson.event(row.getString("data")));
        } catch (JacksonException unreadable) {
            return Map.of();
        }
    }

    private static Map<String, String> words(ResultSet row, ConcernEvent event) throws SQLException {
        var words = new TreeMap<String, String>();
        if (event instanceof ConcernEvent.Filed filed) {
            words.put("kind", "filed");
            words.put("title", row.getString("title"));
            words.put("words", row.getString("words"));
            words.put("place", row.getString("place_said"));
            words.put(
                    "promised",
                    filed.deadlines().replyBy().truncatedTo(ChronoUnit.SECONDS).toString());
        } else if (event instanceof ConcernEvent.Replied replied) {
            words.put("kind", "replied");
            put(words, replied.reply());
            if (replied.reply().finding().mustBeSigned()) {
                put(words, "signedWith", replied.word());
            }
        } else if (event instanceof ConcernEvent.Declined declined) {
            words.put("kind", "declined");
            put(words, "reason", declined.reason());
            put(words, "whereToTurn", declined.whereToTurn());
        } else if (event instanceof ConcernEvent.Reviewed reviewed) {
            words.put("kind", "reviewed");
            put(words, "outcome", reviewed.outcome());
            put(words, "opinion", reviewed.opinion());
        }
        return words;
    }

    private static void put(Map<String, String> words, Reply reply) {
        put(words, "request", reply.request());
        put(words, "facts", reply.facts());
        put(words, "opinion", reply.opinion());
        put(words, "basis", reply.basis());
        put(words, "outcome", reply.outcome());
        put(words, "finding", reply.finding());
        reply.amount().ifPresent(yuan -> words.put("amount", yuan.toPlainString()));
    }

    /** Steps of before a field have none of it. */
    private static void put(Map<String, String> words, String name, @Nullable Object value) {
        words.put(name, value == null ? "" : value.toString());
    }
}
