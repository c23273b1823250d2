package cn.lianxin.sealed;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The store of what is sealed. */
@Component
class Envelopes {

    private final JdbcClient database;

    Envelopes(JdbcClient database) {
        this.database = database;
    }

    long add(Envelope envelope) {
        var id = database.sql("""
                        insert into sealed.envelope (iv, tag, ciphertext) values (:iv, :tag, :ciphertext) returning id
                        """)
                .param("iv", envelope.iv())
                .param("tag", envelope.tag())
                .param("ciphertext", envelope.ciphertext())
                .query(Long.class)
                .single();
        envelope.keys().forEach(key -> give(id, key));
        return id;
    }

    /** What came a second time at the same moment. */
    void remove(long envelope) {
        database.sql("delete from sealed.content_key where envelope = :envelope")
                .param("envelope", envelope)
                .update();
        database.sql("delete from sealed.envelope where id = :envelope")
                .param("envelope", envelope)
                .update();
    }

    /** Another reader, or the same one once more. */
    void give(long envelope, ContentKey key) {
        database.sql("""
                        insert into sealed.content_key (envelope, kid, epk, wrapped_key)
                        values (:envelope, :kid, :epk, :wrapped)
                        on conflict (envelope, kid) do nothing
                        """)
                .param("envelope", envelope)
                .param("kid", key.kid())
                .param("epk", key.epk().json())
                .param("wrapped", key.wrappedKey())
                .update();
    }

    /** One reader's part, by the first of his keys that fits: the flattened form of RFC 7516; empty where it is closed for none of these keys. */
    Optional<Map<String, Object>> openableBy(Collection<String> kids, long envelope) {
        return database.sql("""
                        select e.iv, e.tag, e.ciphertext, k.kid, k.epk, k.wrapped_key
                        from sealed.envelope e
                        join sealed.content_key k on k.envelope = e.id
                        where e.id = :envelope and k.kid = any (:kids)
                        order by array_position(cast(:kids as text[]), k.kid)
                        limit 1
                        """)
                .param("envelope", envelope)
                .param("kids", kids.toArray(String[]::new))
                .query((row, _) -> {
                    var flattened = new LinkedHashMap<String, Object>();
                    flattened.put("protected", Sealing.HEAD);
                    flattened.put("iv", row.getString("iv"));
                    flattened.put("tag", row.getString("tag"));
                    flattened.put("ciphertext", Sealing.text(row.getBytes("ciphertext")));
                    flattened.put(
                            "header",
                            Map.of(
                                    "alg",
                                    Sealing.TO_PEOPLE,
                                    "kid",
                                    row.getString("kid"),
                                    "epk",
                                    KeyJson.of(row.getString("epk"))));
                    flattened.put("encrypted_key", row.getString("wrapped_key"));
                    return Map.copyOf(flattened);
                })
                .optional();
    }
}
