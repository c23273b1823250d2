package cn.lianxin.platform.vault;

import cn.lianxin.kernel.PersonId;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/**
 * Keeps who somebody is, for what he said in confidence. It asks nobody why: whoever opens it shows the name to a person only
 * with a reading written down.
 */
@Component
public class Vault {

    /** All entries are alike to whoever sees only how long they are. */
    private static final int LENGTH = 512;

    private static final JsonMapper JSON = JsonMapper.shared();

    private final VaultKeys keys;
    private final Aliases aliases;
    private final VaultLock lock;
    private final JdbcClient database;

    Vault(VaultKeys keys, Aliases aliases, VaultLock lock, JdbcClient database) {
        this.keys = keys;
        this.aliases = aliases;
        this.lock = lock;
        this.database = database;
    }

    /** @param subject what he said, as {@code concern:12}; the entry opens for this subject and no other */
    @Transactional(propagation = Propagation.MANDATORY)
    public void seal(String subject, Identity identity) {
        lock.shared();
        var alias = aliases.of(identity.person());
        var envelope =
                keys.wrapping().seal(padded(JSON.writeValueAsString(identity)), StoredEntry.place(subject, alias));
        database.sql("""
                insert into vault.entry (subject, alias, wrapped_by, own_key, sealed)
                values (:subject, :alias, :wrappedBy, :ownKey, :sealed)
                """)
                .param("subject", subject)
                .param("alias", alias)
                .param("wrappedBy", envelope.wrappedBy())
                .param("ownKey", envelope.key())
                .param("sealed", envelope.text())
                .update();
    }

    public Optional<Identity> open(String subject) {
        return database.sql("select " + StoredEntry.COLUMNS + " from vault.entry where subject = :subject")
                .param("subject", subject)
                .query((row, _) -> opened(row))
                .optional();
    }

    /** Those of them that are kept, by subject. */
    public Map<String, Identity> open(Collection<String> subjects) {
        return subjects.isEmpty()
                ? Map.of()
                : database
                        .sql("select " + StoredEntry.COLUMNS + " from vault.entry where subject = any (:subjects)")
                        .param("subjects", subjects.toArray(String[]::new))
                        .query((row, _) -> Map.entry(row.getString("subject"), opened(row)))
                        .list()
                        .stream()
                        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /** Whom a message to an alias is for. */
    public Optional<PersonId> behind(long alias) {
        return database.sql("select " + StoredEntry.COLUMNS
                        + " from vault.entry where alias = :alias order by subject limit 1")
                .param("alias", alias)
                .query((row, _) -> opened(row).person())
                .optional();
    }

    /** Destroys the envelopes of these subjects with their keys: nobody opens them any more. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void destroy(Collection<String> subjects) {
        if (!subjects.isEmpty()) {
            lock.shared();
            database.sql("delete from vault.entry where subject = any (:subjects)")
                    .param("subjects", subjects.toArray(String[]::new))
                    .update();
        }
    }

    private Identity opened(ResultSet row) throws SQLException {
        var entry = StoredEntry.of(row);
        var text = keys.wrapping().open(entry.envelope(), entry.place());
        return JSON.readValue(new String(text, StandardCharsets.UTF_8), Identity.class);
    }

    private static byte[] padded(String json) {
        var bytes = json.getBytes(StandardCharsets.UTF_8);
        var padded = new byte[(bytes.length + LENGTH - 1) / LENGTH * LENGTH];
        Arrays.fill(padded, (byte) ' ');
        System.arraycopy(bytes, 0, padded, 0, bytes.length);
        return padded;
    }
}
