package cn.lianxin.watermark;

import cn.lianxin.platform.secret.Secrets;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Of which all marks are made; made once, and locked, so that whoever has the database alone can draw none and read none. */
@Component
class Seed {

    private static final String PLACE = "watermark:seed";
    private static final int BYTES = 32;

    private final JdbcClient sql;
    private final Secrets secrets;

    Seed(JdbcClient sql, Secrets secrets) {
        this.sql = sql;
        this.secrets = secrets;
    }

    @Transactional(propagation = Propagation.REQUIRES_NEW)
    public byte[] bytes() {
        return find().orElseGet(() -> {
            make();
            return find().orElseThrow();
        });
    }

    private Optional<byte[]> find() {
        return sql.sql("select locked from watermark.seed")
                .query((row, _) -> row.getBytes("locked"))
                .optional()
                .map(locked -> Base64.getDecoder().decode(secrets.unlock(locked, PLACE)));
    }

    private void make() {
        var seed = new byte[BYTES];
        new SecureRandom().nextBytes(seed);
        sql.sql("insert into watermark.seed (one, locked) values (true, :locked) on conflict (one) do nothing")
                .param("locked", secrets.lock(Base64.getEncoder().encodeToString(seed), PLACE))
                .update();
    }
}
