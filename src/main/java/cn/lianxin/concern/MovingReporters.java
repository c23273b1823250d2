package cn.lianxin.concern;

import cn.lianxin.kernel.PersonId;
import cn.lianxin.platform.notification.Inbox;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.SmartLifecycle;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Before anybody is let in, moves the names of reporters in confidence into the vault that an older version kept in its rows.
 * Each concern is a transaction; whoever is stopped in between goes on with the next start.
 */
@Component
class MovingReporters implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(MovingReporters.class);

    private record Old(long id, String number, PersonId person) {}

    private final ConfidentialReporters reporters;
    private final Inbox inbox;
    private final ApplicationEventPublisher events;
    private final JdbcClient database;
    private final TransactionTemplate transactions;
    private volatile boolean running;

    MovingReporters(
            ConfidentialReporters reporters,
            Inbox inbox,
            ApplicationEventPublisher events,
            JdbcClient database,
            TransactionTemplate transactions) {
        this.reporters = reporters;
        this.inbox = inbox;
        this.events = events;
        this.database = database;
        this.transactions = transactions;
    }

    @Override
    public void start() {
        var moved = 0;
        while (transactions.execute(_ -> moveNext())) {
            moved++;
        }
        if (moved > 0) {
            LOG.info(
                    "the names behind {} concerns in confidence lie in the vault now; older backups still hold them",
                    moved);
        }
        running = true;
    }

    /** False where nothing is left. */
    boolean moveNext() {
        var next = database.sql("""
                select c.id, c.number, c.reporter from concern.concern c
                where c.reporter_mode = 'CONFIDENTIAL' and c.reporter > 0
                order by c.id limit 1 for update skip locked
                """)
                .query((row, _) ->
                        new Old(row.getLong("id"), row.getString("number"), new PersonId(row.getLong("reporter"))))
                .optional();
        next.ifPresent(this::move);
        return next.isPresent();
    }

    private void move(Old old) {
        reporters.keep(old.id(), old.person());
        var alias = reporters.alias(old.person());
        database.sql("update concern.concern set reporter = :alias where id = :id")
                .param("alias", alias)
                .param("id", old.id())
                .update();
        inbox.hideAddressee(old.person(), "/concerns/" + old.number());
        events.publishEvent(new ReporterMoved(old.id(), old.person(), alias));
    }

    @Override
    public void stop() {
        running = false;
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    /** Early, so before the server listens. */
    @Override
    public int getPhase() {
        return 0;
    }
}
