package cn.lianxin.platform.transparency;

import cn.lianxin.platform.manifest.Manifest;
import cn.lianxin.platform.manifest.Salt;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The store of entries; their salts lie beside them and go alone. */
@Component
class Entries {

    /** @param salts by field; empty where they were destroyed */
    record Stored(String kind, String subject, byte[] manifest, Optional<Map<String, String>> salts) {}

    record Placed(long place, Map<String, String> salts) {}

    record Waiting(long id, byte[] manifest) {}

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final JdbcClient database;
    private final Clock clock;

    Entries(JdbcClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** @param notBefore it gets a place only then; empty for at once */
    void add(Manifest manifest, Map<String, Salt> salts, Optional<Instant> notBefore) {
        var texts = new TreeMap<String, String>();
        salts.forEach((name, salt) -> texts.put(name, salt.toString()));
        database.sql("""
                insert into transparency.entry (kind, subject, manifest, salts, recorded_at, not_before)
                values (:kind, :subject, :manifest, :salts, :at, cast(:notBefore as timestamptz)) on conflict (kind, subject) do nothing
                """)
                .param("kind", manifest.kind())
                .param("subject", manifest.subject())
                .param("manifest", manifest.bytes())
                .param("salts", JSON.writeValueAsString(texts))
                .param("at", clock.instant().atOffset(ZoneOffset.UTC))
                .param(
                        "notBefore",
                        notBefore.map(at -> at.atOffset(ZoneOffset.UTC)).orElse(null))
                .update();
    }

    /** Committed and not yet numbered, in the order in which they were written; what had to wait comes last, in an order of chance. */
    List<Waiting> waiting(int most) {
        return database.sql("""
                select id, manifest from transparency.entry
                where place is null and (not_before is null or not_before <= :now)
                order by not_before is not null, case when not_before is null then id end, sha256(manifest) limit :most
                """)
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .param("most", most)
                .query((row, _) -> new Waiting(row.getLong("id"), row.getBytes("manifest")))
                .list();
    }

    void number(List<Waiting> entries, long from) {
        database.sql("""
                update transparency.entry e set place = :from + chosen.ordinal - 1
                from unnest(cast(:ids as bigint[])) with ordinality as chosen (id, ordinal)
                where e.id = chosen.id
                """)
                .param("from", from)
                .param("ids", entries.stream().map(Waiting::id).toArray(Long[]::new))
                .update();
    }

    List<Stored> between(long from, long until) {
        return database.sql("""
                select kind, subject, manifest, salts from transparency.entry
                where place >= :from and place < :until order by place
                """)
                .param("from", from)
                .param("until", until)
                .query((row, _) -> new Stored(
                        row.getString("kind"),
                        row.getString("subject"),
                        row.getBytes("manifest"),
                        salts(row.getString("salts"))))
                .list();
    }

    /** Its place; empty where it has none yet. */
    Optional<Long> place(String kind, String subject) {
        return database.sql(
                        "select place from transparency.entry where kind = :kind and subject = :subject and place is not null")
                .param("kind", kind)
                .param("subject", subject)
                .query(Long.class)
                .optional();
    }

    /** Empty while it waits for its place, and once its salts were destroyed. */
    Optional<Placed> placed(String kind, String subject) {
        return database.sql("""
                select place, salts from transparency.entry
                where kind = :kind and subject = :subject and place is not null and salts is not null
                """)
                .param("kind", kind)
                .param("subject", subject)
                .query((row, _) -> new Placed(
                        row.getLong("place"), salts(row.getString("salts")).orElseThrow()))
                .optional();
    }

    /** Of this kind, numbered or not. */
    List<String> subjects(String kind) {
        return database.sql("select subject from transparency.entry where kind = :kind")
                .param("kind", kind)
                .query((row, _) -> row.getString("subject"))
                .list();
    }

    /** Those that stand below this size. */
    List<String> subjectsBelow(String kind, long size) {
        return database.sql("select subject from transparency.entry where kind = :kind and place < :size")
                .param("kind", kind)
                .param("size", size)
                .query((row, _) -> row.getString("subject"))
                .list();
    }

    /** Nothing can be said of it any more; whether there was something. */
    boolean destroySalts(String kind, String subject) {
        return database.sql("""
                update transparency.entry set salts = null where kind = :kind and subject = :subject and salts is not null
                """).param("kind", kind).param("subject", subject).update() > 0;
    }

    private static Optional<Map<String, String>> salts(@Nullable String json) {
        return Optional.ofNullable(json).map(text -> JSON.readValue(text, new TypeReference<>() {}));
    }
}
