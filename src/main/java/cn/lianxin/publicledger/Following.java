package cn.lianxin.publicledger;

import cn.lianxin.concern.StepTaken;
import cn.lianxin.platform.transparency.PublicLog;
import cn.lianxin.platform.web.Screen;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * What becomes of a published concern later: it may not be told of any more, its batch of verdicts comes out, it comes back or has
 * not within ninety days. Each is noted once and entered in the log with it.
 */
@Component
class Following {

    private final Entries entries;
    private final TakingDown takingDown;
    private final PublicLog log;
    private final JdbcClient database;
    private final Clock clock;

    Following(Entries entries, TakingDown takingDown, PublicLog log, JdbcClient database, Clock clock) {
        this.entries = entries;
        this.takingDown = takingDown;
        this.log = log;
        this.database = database;
        this.clock = clock;
    }

    /** Filing changes nothing of what is published, and must not wait for a look. */
    @EventListener
    void follow(StepTaken taken) {
        if (taken.place() > 1 && entries.liveOf(taken.concern()).isPresent()) {
            withdrawOvertaken();
        }
    }

    @Transactional
    public void withdrawOvertaken() {
        entries.overtaken().forEach(entry -> takingDown.withdraw(entry, Withdrawn.CASE_CHANGED, Optional.empty()));
    }

    /** The batch of the latest answer that was judged; the numbers are those of the batch, whatever was said of this one. */
    @Transactional
    public void noteVerdicts() {
        database.sql("""
                insert into publicledger.verdicts
                    (entry, released_on, unit, rated, solved, partly, not_solved, satisfied, fairly, not_satisfied)
                select distinct on (s.number) s.number, r.released_on, r.unit, r.rated, r.solved, r.partly, r.not_solved, r.satisfied,
                    r.fairly, r.not_satisfied
                from publicledger.shown s
                join verdict.released_answer r on r.concern = s.concern
                where not exists (select 1 from publicledger.verdicts v where v.entry = s.number)
                order by s.number, r.answer desc
                returning entry
                """)
                .query(Long.class)
                .list()
                .forEach(entry ->
                        log.enter(PublicLedgerPublications.VERDICTS, PublicLedgerPublications.verdicts(entry)));
    }

    @Transactional
    public void noteRecurrences() {
        var now = clock.instant();
        database.sql("""
                insert into publicledger.recurrence (entry, came_back, known_on)
                select s.number, r.returned_at is not null, :today
                from publicledger.shown s
                join concern.recurrence r on r.id = s.concern
                where (r.returned_at <= :now or r.answered_at + interval '90 days' <= :now)
                  and not exists (select 1 from publicledger.recurrence n where n.entry = s.number)
                returning entry
                """)
                .param("today", LocalDate.ofInstant(now, Screen.ZONE))
                .param("now", now.atOffset(ZoneOffset.UTC))
                .query(Long.class)
                .list()
                .forEach(entry ->
                        log.enter(PublicLedgerPublications.RECURRENCE, PublicLedgerPublications.recurrence(entry)));
    }
}
