package cn.lianxin.sealed;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Which sealed reports and answers came, for the room that commits to them: their number, their day, and what they weigh as bytes. */
@Component
public class EnteringSealed {

    /** @param step 0 for the report itself */
    public record Key(long report, int step) {}

    /** By which the next page begins. */
    public record Moment(Instant at, Key key) {
        public static Moment before(Instant at) {
            return new Moment(at, new Key(Long.MIN_VALUE, 0));
        }
    }

    /**
     * As it lies there now.
     *
     * @param closedFor the names of the keys that open it
     * @param sha256 of all of it in the general form of RFC 7516 and in canonical JSON, in hexadecimal digits
     */
    public record Entered(Key key, String number, Instant at, List<String> closedFor, String sha256) {
        public Entered {
            closedFor = List.copyOf(closedFor);
        }
    }

    private final JdbcClient database;
    private final Parcels parcels;

    EnteringSealed(JdbcClient database, Parcels parcels) {
        this.database = database;
        this.parcels = parcels;
    }

    /** What has come after one moment and before another, in its order. */
    public List<Moment> came(Moment after, Instant until, int most) {
        return database.sql("""
                select e.at, e.report, e.step
                from (select filed_at as at, id as report, 0 as step from sealed.report
                      union all
                      select at, report, place + 1 from sealed.step where kind = 'ANSWERED') e
                where (e.at, e.report, e.step) > (:at, :report, :step) and e.at < :until
                order by e.at, e.report, e.step limit :most
                """)
                .param("at", after.at().atOffset(ZoneOffset.UTC))
                .param("report", after.key().report())
                .param("step", after.key().step())
                .param("until", until.atOffset(ZoneOffset.UTC))
                .param("most", most)
                .query(EnteringSealed::moment)
                .list();
    }

    /** Empty where there is none any more. */
    public Optional<Entered> read(Key key) {
        return parcels.of(key.report(), key.step()).map(parcel -> entered(key, parcel));
    }

    /** As it would be if these keys opened it alone: who was given it since alters nothing. */
    public Optional<Entered> read(Key key, List<String> closedFor) {
        return parcels.of(key.report(), key.step(), closedFor).map(parcel -> entered(key, parcel));
    }

    private static Entered entered(Key key, Parcel parcel) {
        return new Entered(key, parcel.number(), parcel.at(), parcel.closedFor(), parcel.sha256());
    }

    private static Moment moment(ResultSet row, int place) throws SQLException {
        return new Moment(row.getTimestamp("at").toInstant(), new Key(row.getLong("report"), row.getInt("step")));
    }
}
