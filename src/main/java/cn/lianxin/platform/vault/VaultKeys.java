package cn.lianxin.platform.vault;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.Optional;
import java.util.function.UnaryOperator;
import javax.crypto.Mac;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The keys of the vault, made once beside the data or where the operator says. The database remembers a mark of them, so that
 * a file that is gone or belongs to another installation stops the product instead of being replaced by a new one.
 */
@Component
class VaultKeys implements SmartInitializingSingleton {

    private static final String ALGORITHM = "HmacSHA256";
    private static final int ALIAS_BYTES = 32;

    private record Read(SecretKey alias, KeyFile.Content content, FileTime changedAt) {}

    private final KeyFile file;
    private final JdbcClient database;
    private final TransactionTemplate apart;
    private final Clock clock;
    private volatile @Nullable Read read;
    private volatile @Nullable WrappingKeys wrapping;

    VaultKeys(
            @Value("${lianxin.vault.key-file:${lianxin.data:data}/vault.key}") Path file,
            JdbcClient database,
            PlatformTransactionManager transactions,
            Clock clock) {
        this.file = new KeyFile(file);
        this.database = database;
        this.apart = new TransactionTemplate(transactions);
        apart.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        this.clock = clock;
    }

    /** Nobody is served without the keys of a vault that there is; the first are made when somebody needs them. */
    @Override
    public void afterSingletonsInstantiated() {
        if (mark().isPresent()) {
            read();
        }
    }

    SecretKey alias() {
        return read().alias();
    }

    /** As the file holds them now: another process may have changed it. */
    WrappingKeys wrapping() {
        var known = read();
        var kept = wrapping;
        if (kept == null || !known.changedAt().equals(file.changedAt())) {
            kept = again();
        }
        return kept;
    }

    /** Before anything is wrapped by them they lie on the disk. */
    WrappingKeys change(UnaryOperator<WrappingKeys> change) {
        var next = change.apply(again());
        file.replace(new KeyFile.Content(read().content().alias(), next.bytes()));
        return again();
    }

    private synchronized WrappingKeys again() {
        read = null;
        var now = WrappingKeys.parse(read().content().wrapping());
        wrapping = now;
        return now;
    }

    private Read read() {
        var known = read;
        return known == null ? readFirst() : known;
    }

    private synchronized Read readFirst() {
        var known = read;
        if (known != null) {
            return known;
        }
        var mark = mark();
        if (!file.exists()) {
            if (mark.isPresent()) {
                throw new KeysAmiss("保密姓名库的钥匙不见了，请放回 · The keys of the vault are gone, put back " + file
                        + " (lianxin.vault.key-file)");
            }
            var alias = new byte[ALIAS_BYTES];
            new SecureRandom().nextBytes(alias);
            file.create(new KeyFile.Content(alias, WrappingKeys.generate().bytes()));
        }
        var changedAt = file.changedAt();
        var content = file.read();
        var alias = new SecretKeySpec(content.alias(), ALGORITHM);
        var own = markOf(alias);
        if (!mark.orElseGet(() -> remember(own)).equals(own)) {
            throw new KeysAmiss("这不是这个保密姓名库的钥匙 · These are not the keys of this vault: " + file);
        }
        var now = new Read(alias, content, changedAt);
        read = now;
        return now;
    }

    private Optional<String> mark() {
        return database.sql("select mark from vault.installation")
                .query((row, _) -> row.getString("mark"))
                .optional();
    }

    /** Whoever was first is right. Also in a transaction that may only read. */
    private String remember(String own) {
        apart.executeWithoutResult(_ -> database.sql("""
                insert into vault.installation (mark, rotated_at) values (:mark, :now) on conflict do nothing
                """)
                .param("mark", own)
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .update());
        return apart.execute(_ -> mark().orElseThrow());
    }

    private static String markOf(SecretKey alias) {
        try {
            var mac = Mac.getInstance(ALGORITHM);
            mac.init(alias);
            return HexFormat.of().formatHex(mac.doFinal("mark".getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
