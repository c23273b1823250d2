package cn.lianxin.companyaccount;

import cn.lianxin.kernel.Actor;
import cn.lianxin.kernel.Refusal;
import cn.lianxin.platform.audit.AuditTrail;
import cn.lianxin.platform.secret.Secrets;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Keeps them locked; no page shows them again. */
@Component
class OwnSecrets {

    private static final int LONGEST = 500;

    private final JdbcClient sql;
    private final Secrets secrets;
    private final AuditTrail audit;
    private final Clock clock;

    OwnSecrets(JdbcClient sql, Secrets secrets, AuditTrail audit, Clock clock) {
        this.sql = sql;
        this.secrets = secrets;
        this.audit = audit;
        this.clock = clock;
    }

    Optional<String> find(OwnSecret which) {
        return sql.sql("select locked from companyaccount.own_secret where name = :name")
                .param("name", which.name())
                .query((row, _) -> row.getBytes("locked"))
                .optional()
                .flatMap(locked -> secrets.unlockIfPossible(locked, which.place()));
    }

    /** @throws Refusal.Violation {@code own-secret-missing}, {@code own-secret-too-long} at the field */
    @Transactional
    void keep(OwnSecret which, String typed, Actor by) {
        if (typed.isEmpty()) {
            throw new Refusal.Violation("secret", "own-secret-missing");
        }
        if (typed.length() > LONGEST) {
            throw new Refusal.Violation("secret", "own-secret-too-long", Integer.toString(LONGEST));
        }
        sql.sql("""
                insert into companyaccount.own_secret (name, locked, changed_at) values (:name, :locked, :now)
                on conflict (name) do update set locked = excluded.locked, changed_at = excluded.changed_at
                """)
                .param("name", which.name())
                .param("locked", secrets.lock(typed, which.place()))
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .update();
        audit.record(by, "companyaccount.secret-kept", "secret:" + which.name(), "");
    }
}
