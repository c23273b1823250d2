package cn.lianxin.platform.audit;

import cn.lianxin.kernel.Actor;
import cn.lianxin.kernel.Page;
import cn.lianxin.kernel.Refusal;
import cn.lianxin.kernel.Role;
import cn.lianxin.platform.text.PlainText;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Writes down what was done and what was read, for those who supervise. An entry is part of the transaction in which it
 * is made: what was rolled back was not done. The database itself refuses to change or remove entries.
 */
@Component
public class AuditTrail {

    private static final int PAGE_SIZE = 50;

    private static final String[] ROOMS_OF_THE_HOUSE = {
        "identity",
        "companyaccount",
        "factor",
        "application",
        "webhook",
        "officesystem",
        "terminal",
        "messenger",
        "delivery",
        "calendar",
        "promise",
        "virus",
        "scim",
        "organization",
        "personnel",
        "certificate",
        "ledger",
        "sealed",
        "audit",
        "report",
        "retention"
    };

    /** Who is away and why, which concern is held: no deeds for administrators to read. */
    private static final String[] NOT_OF_THE_HOUSE = {
        "identity.absence-entered",
        "identity.absence-ended",
        "identity.deputy-declined",
        "identity.usual-deputy",
        "retention.held",
        "retention.released"
    };

    private final JdbcClient sql;
    private final Clock clock;

    AuditTrail(JdbcClient sql, Clock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    /**
     * Adds an entry under the actor's id, or only what kind of actor it was where nobody signed in.
     *
     * @param action what was done, as {@code room.past-participle}: {@code identity.password-reset}
     * @param subject to what, as {@code kind:key}: {@code concern:2026-000123}; the key by which it is found again
     * @param detail in words or values, for a reader; never a secret, never what the subject's readers may not see
     */
    @Transactional
    public void record(Actor by, String action, String subject, String detail) {
        var person =
                switch (by) {
                    case Actor.Member member -> member.person().value();
                    case Actor.ReceiptHolder _, Actor.Visitor _, Actor.Application _, Actor.Clockwork _ -> null;
                };
        sql.sql("""
                        insert into audit.entry (at, who, person, task, action, subject, detail)
                        values (:at, :who, :person, :task, :action, :subject, :detail)
                        """)
                .param("at", clock.instant().atOffset(ZoneOffset.UTC))
                .param("who", AuditEntry.Who.of(by).name())
                .param("person", person)
                .param("task", AuditEntry.taskOf(by))
                .param("action", action)
                .param("subject", subject)
                .param("detail", PlainText.block(detail))
                .update();
    }

    /**
     * What happened to one subject, newest first.
     *
     * @param after cursor of the page before, empty for the newest
     * @param by a supervisor; for anybody else there is no trail (NotFound). Whether the subject itself is his to see
     *     is known to the room that the subject belongs to, which asks first
     */
    @Transactional(readOnly = true)
    public Page<AuditEntry> of(String subject, Optional<String> after, Actor by) {
        requireSupervisor(by);
        var entries = sql.sql("""
                        select id, at, who, person, task, action, subject, detail
                        from audit.entry
                        where subject = :subject and id < :before
                        order by id desc
                        limit :limit
                        """)
                .param("subject", subject)
                .param("before", AuditEntry.idOf(after))
                .param("limit", PAGE_SIZE + 1)
                .query(AuditEntry::of)
                .list();
        return Page.of(entries, PAGE_SIZE, AuditEntry::cursor);
    }

    /** Everything that happened from one instant until before another, newest first; as {@link #of} otherwise. */
    @Transactional(readOnly = true)
    public Page<AuditEntry> between(Instant from, Instant until, Optional<String> after, Actor by) {
        requireSupervisor(by);
        var entries = sql.sql("""
                        select id, at, who, person, task, action, subject, detail
                        from audit.entry
                        where at >= :from and at < :until and id < :before
                        order by id desc
                        limit :limit
                        """)
                .param("from", OffsetDateTime.ofInstant(from, ZoneOffset.UTC))
                .param("until", OffsetDateTime.ofInstant(until, ZoneOffset.UTC))
                .param("before", AuditEntry.idOf(after))
                .param("limit", PAGE_SIZE + 1)
                .query(AuditEntry::of)
                .list();
        return Page.of(entries, PAGE_SIZE, AuditEntry::cursor);
    }

    /**
     * What was done to people, roles, units, programs and settings, newest first. What was done with concerns is not in it:
     * whoever watches the administrators need not be let into those.
     *
     * @param by as {@link #isReadBy}; for anybody else there is no trail (NotFound)
     */
    @Transactional(readOnly = true)
    public Page<AuditEntry> ofTheHouse(Optional<String> after, Actor by) {
        if (!isReadBy(by)) {
            throw new Refusal.NotFound();
        }
        var entries = sql.sql("""
                        select id, at, who, person, task, action, subject, detail
                        from audit.entry
                        where split_part(action, '.', 1) = any (:rooms) and not action = any (:others) and id < :before
                        order by id desc
                        limit :limit
                        """)
                .param("rooms", ROOMS_OF_THE_HOUSE)
                .param("others", NOT_OF_THE_HOUSE)
                .param("before", AuditEntry.idOf(after))
                .param("limit", PAGE_SIZE + 1)
                .query(AuditEntry::of)
                .list();
        return Page.of(entries, PAGE_SIZE, AuditEntry::cursor);
    }

    /** Whether he reads what the administrators did and who signed in: who inspects, and who was made to audit. */
    public static boolean isReadBy(Actor actor) {
        return actor.is(Role.AUDIT_ADMINISTRATOR) || actor.is(Role.SUPERVISOR);
    }

    private static void requireSupervisor(Actor by) {
        if (!by.is(Role.SUPERVISOR)) {
            throw new Refusal.NotFound();
        }
    }
}
