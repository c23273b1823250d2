package cn.lianxin.identity;

import cn.lianxin.kernel.Actor;
import cn.lianxin.kernel.PersonId;
import cn.lianxin.kernel.Role;
import cn.lianxin.kernel.UnitId;
import cn.lianxin.organization.Directory;
import cn.lianxin.organization.Employment;
import cn.lianxin.organization.NewPerson;
import cn.lianxin.organization.NewUnit;
import cn.lianxin.organization.PersonCard;
import cn.lianxin.organization.Staffing;
import cn.lianxin.organization.Structuring;
import cn.lianxin.organization.UnitKind;
import java.util.Optional;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Lets somebody into an empty installation: the root of the tree and one administrator, whose password stands on the
 * console once and nowhere else. Where anybody has an account it does nothing.
 */
@Component
class FirstAdministrator implements ApplicationRunner {

    static final String STAFF_NUMBER = "admin";

    private static final Actor BY = new Actor.Clockwork("first-administrator");

    private final StoredAccounts stored;
    private final Structuring structuring;
    private final Staffing staffing;
    private final Directory directory;
    private final Granting granting;
    private final Accounts accounts;
    private final CurrentDay today;
    private final JdbcClient jdbc;
    private final TransactionTemplate transactions;
    private final Environment environment;
    private final boolean wanted;

    FirstAdministrator(
            StoredAccounts stored,
            Structuring structuring,
            Staffing staffing,
            Directory directory,
            Granting granting,
            Accounts accounts,
            CurrentDay today,
            JdbcClient jdbc,
            TransactionTemplate transactions,
            Environment environment,
            @Value("#{!${lianxin.demo:true} && ${lianxin.clockwork:true}}") boolean wanted) {
        this.stored = stored;
        this.structuring = structuring;
        this.staffing = staffing;
        this.directory = directory;
        this.granting = granting;
        this.accounts = accounts;
        this.today = today;
        this.jdbc = jdbc;
        this.transactions = transactions;
        this.environment = environment;
        this.wanted = wanted;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        if (wanted) {
            letIn().ifPresent(this::print);
        }
    }

    /** The password of the administrator who was made; empty where nobody was needed. */
    Optional<String> letIn() {
        return Optional.ofNullable(transactions.execute(_ -> {
            jdbc.sql("select pg_advisory_xact_lock(hashtext('identity.first-administrator'))")
                    .query((_, _) -> 0)
                    .list();
            return stored.any() ? null : make();
        }));
    }

    private String make() {
        var root = root();
        var person =
                directory.personByStaffNumber(STAFF_NUMBER).map(PersonCard::id).orElseGet(() -> hire(root));
        granting.grant(person, Role.ADMINISTRATOR, root, today.date(), Optional.empty(), BY);
        return accounts.openWithFirstPassword(person, BY);
    }

    private PersonId hire(UnitId root) {
        var person = staffing.hire(new NewPerson(STAFF_NUMBER, "管理员", Employment.OWN, ""), BY);
        staffing.appoint(person, root, "管理员", false, today.date(), true, BY);
        return person;
    }

    private UnitId root() {
        return jdbc.sql("select id from organization.unit_card where parent is null order by id limit 1")
                .query((row, _) -> new UnitId(row.getLong("id")))
                .optional()
                .orElseGet(() -> structuring.found(
                        new NewUnit("GROUP", UnitKind.GROUP, "集团", "集团", Optional.empty(), today.date()), BY));
    }

    /** On the console and not in the log, which is kept and sent elsewhere. */
    private void print(String password) {
        var port = environment.getProperty("local.server.port", environment.getProperty("server.port", ""));
        var scheme = environment.containsProperty("server.ssl.bundle") ? "https" : "http";
        System.out.printf("""

                第一次启动：已经建好管理员账号，下面的密码只显示这一次。
                First start: an administrator was made. This password is shown only once.
                    %s://localhost:%s/sign-in
                    工号 staff number  %s
                    密码 password      %s

                """, scheme, port, STAFF_NUMBER, password);
    }
}
