package cn.lianxin.sealed;

import cn.lianxin.platform.manifest.CanonicalJson;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** Takes reports and answers out as they lie there, one after the other: each may be of eight megabytes. */
@Component
class Parcels {

    private record Lying(String number, Instant at, long envelope, String iv, String tag, byte[] ciphertext) {}

    private record Key(String kid, Map<String, Object> json) {}

    private final JdbcClient database;
    private final JsonMapper json;

    Parcels(JdbcClient database, JsonMapper json) {
        this.database = database;
        this.json = json;
    }

    /** With every key that opens it now. */
    Optional<Parcel> of(long report, int step) {
        return lying(report, step).map(lying -> parcel(step, lying, keys(lying.envelope())));
    }

    /** As it was when these opened it and nobody else. */
    Optional<Parcel> of(long report, int step, List<String> closedFor) {
        return lying(report, step)
                .map(lying -> parcel(
                        step,
                        lying,
                        keys(lying.envelope()).stream()
                                .filter(key -> closedFor.contains(key.kid()))
                                .toList()));
    }

    private Optional<Lying> lying(long report, int step) {
        return database.sql("""
                select r.number, coalesce(s.at, r.filed_at) as at, e.id, e.iv, e.tag, e.ciphertext
                from sealed.report r
                left join sealed.step s on s.report = r.id and s.place = :step - 1 and s.kind = 'ANSWERED'
                join sealed.envelope e on e.id = case when :step = 0 then r.envelope else s.envelope end
                where r.id = :report
                """)
                .param("report", report)
                .param("step", step)
                .query(Parcels::lying)
                .optional();
    }

    private static Lying lying(ResultSet row, int place) throws SQLException {
        return new Lying(
                row.getString("number"),
                row.getTimestamp("at").toInstant(),
                row.getLong("id"),
                row.getString("iv"),
                row.getString("tag"),
                row.getBytes("ciphertext"));
    }

    private List<Key> keys(long envelope) {
        return database.sql("""
                select kid, epk, wrapped_key from sealed.content_key where envelope = :envelope order by kid collate "C"
                """)
                .param("envelope", envelope)
                .query((row, _) -> new Key(
                        row.getString("kid"),
                        Map.of(
                                "encrypted_key",
                                row.getString("wrapped_key"),
                                "header",
                                Map.of(
                                        "alg",
                                        Sealing.TO_PEOPLE,
                                        "epk",
                                        agreement(row.getString("epk")),
                                        "kid",
                                        row.getString("kid")))))
                .list();
    }

    /** What is no key any more is told as it is; whoever holds it against what it was finds that. */
    private Object agreement(String epk) {
        try {
            return json.readValue(epk, Map.class);
        } catch (JacksonException altered) {
            return epk;
        }
    }

    private static Parcel parcel(int step, Lying lying, List<Key> keys) {
        var whole = CanonicalJson.write(Map.of(
                "protected",
                Sealing.HEAD,
                "iv",
                lying.iv(),
                "tag",
                lying.tag(),
                "ciphertext",
                Sealing.text(lying.ciphertext()),
                "recipients",
                keys.stream().map(Key::json).toList()));
        return new Parcel(
                lying.number(), step, lying.at(), keys.stream().map(Key::kid).toList(), whole);
    }
}
