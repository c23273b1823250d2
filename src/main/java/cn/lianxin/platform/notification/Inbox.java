package cn.lianxin.platform.notification;

import cn.lianxin.kernel.Page;
import cn.lianxin.kernel.PersonId;
import cn.lianxin.kernel.Refusal;
import cn.lianxin.platform.vault.Aliases;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What a person was told, in the product itself; the channel that is always there. */
@Component
public class Inbox {

    /** Nobody counts further; the database need not either. */
    static final int COUNTED = 100;

    private static final int PAGE_SIZE = 25;

    private final JdbcClient sql;
    private final Aliases aliases;
    private final Clock clock;
    private final List<Forwarding> forwardings;

    Inbox(JdbcClient sql, Aliases aliases, Clock clock, List<Forwarding> forwardings) {
        this.sql = sql;
        this.aliases = aliases;
        this.clock = clock;
        this.forwardings = forwardings;
    }

    /** Puts it into the person's inbox and on its way out of the house; nothing, if the same cause is there already. */
    @Transactional
    public void deliver(Notification notification) {
        var absent = notification.inPlaceOf();
        var delivered = sql.sql("""
                        insert into notification.message
                            (person, key, arguments, address, cause, at, for_name, for_underground, for_until)
                        values (:person, :key, :arguments, :address, nullif(:cause, ''), :at,
                            :forName, cast(:forUnderground as boolean), cast(:forUntil as timestamptz))
                        on conflict (person, cause) do nothing
                        returning id
                        """)
                .param("person", addressee(notification))
                .param("key", notification.key())
                .param("arguments", notification.arguments().toArray(String[]::new))
                .param("address", notification.address())
                .param("cause", notification.cause())
                .param("forName", absent.map(Notification.InPlaceOf::name).orElse(null))
                .param(
                        "forUnderground",
                        absent.map(Notification.InPlaceOf::underground).orElse(null))
                .param(
                        "forUntil",
                        absent.map(one -> one.until().atOffset(ZoneOffset.UTC)).orElse(null))
                .param("at", clock.instant().atOffset(ZoneOffset.UTC))
                .query(Long.class)
                .optional();
        if (notification.reach() != Notification.Reach.INBOX_ONLY) {
            delivered.ifPresent(
                    message -> forwardings.forEach(forwarding -> forwarding.forward(message, notification)));
        }
    }

    /** Takes what says this out of the inboxes of people who may not know of it any more. */
    @Transactional
    public void takeBack(Collection<PersonId> from, String argument) {
        sql.sql("delete from notification.message where person = any (:people) and :argument = any (arguments)")
                .param("people", from.stream().map(PersonId::value).toArray(Long[]::new))
                .param("argument", argument)
                .update();
    }

    /** Whether one of these messages of his still waits to be read. */
    @Transactional(readOnly = true)
    public boolean isUnread(PersonId of, Collection<Long> messages) {
        return sql.sql("""
                        select exists (
                            select 1 from notification.message
                            where person in (:person, :alias) and id = any (:messages) and read_at is null)
                        """)
                .param("person", of.value())
                .param("alias", aliases.of(of))
                .param("messages", messages.toArray(Long[]::new))
                .query(Boolean.class)
                .single();
    }

    /**
     * The messages of one person, newest first.
     *
     * @param after cursor of the page before, empty for the newest
     */
    @Transactional(readOnly = true)
    public Page<InboxMessage> page(PersonId of, Optional<String> after) {
        var messages = sql.sql("""
                        select id, key, arguments, at, read_at is not null as read, for_name, for_underground, for_until
                        from notification.message
                        where person in (:person, :alias) and id < :before
                        order by id desc
                        limit :limit
                        """)
                .param("person", of.value())
                .param("alias", aliases.of(of))
                .param("before", idOf(after))
                .param("limit", PAGE_SIZE + 1)
                .query(InboxMessage::of)
                .list();
        return Page.of(messages, PAGE_SIZE, InboxMessage::cursor);
    }

    /** How many he has not read: exact up to 99, and 100 for all that is more. */
    @Transactional(readOnly = true)
    public int unread(PersonId of) {
        return sql.sql("""
                        select count(*) from (
                            select 1 from notification.message
                            where person in (:person, :alias) and read_at is null
                            limit :counted) unread
                        """)
                .param("person", of.value())
                .param("alias", aliases.of(of))
                .param("counted", COUNTED)
                .query(Integer.class)
                .single();
    }

    /** Marks one message of his as read and tells where it leads. NotFound if it is not his. */
    @Transactional
    public String open(long message, PersonId of) {
        return sql.sql("""
                        update notification.message set read_at = coalesce(read_at, :at)
                        where id = :message and person in (:person, :alias)
                        returning address
                        """)
                .param("message", message)
                .param("person", of.value())
                .param("alias", aliases.of(of))
                .param("at", clock.instant().atOffset(ZoneOffset.UTC))
                .query(String.class)
                .optional()
                .orElseThrow(Refusal.NotFound::new);
    }

    /** Marks as read what he has seen: everything up to this message, not what came in meanwhile. */
    @Transactional
    public void markRead(PersonId of, long upTo) {
        sql.sql("""
                        update notification.message set read_at = :at
                        where person in (:person, :alias) and id <= :upTo and read_at is null
                        """)
                .param("person", of.value())
                .param("alias", aliases.of(of))
                .param("upTo", upTo)
                .param("at", clock.instant().atOffset(ZoneOffset.UTC))
                .update();
    }

    /** What an older version told this person of such an address stands under his alias from now on. */
    @Transactional
    public void hideAddressee(PersonId of, String address) {
        var alias = aliases.of(of);
        var messages = sql.sql("""
                        update notification.message set person = :alias
                        where person = :person and split_part(address, '#', 1) = :address
                        returning id
                        """)
                .param("person", of.value())
                .param("alias", alias)
                .param("address", address)
                .query((row, _) -> row.getLong("id"))
                .list();
        forwardings.forEach(forwarding -> forwarding.hideAddressee(messages, of, alias));
    }

    /** Who speaks in confidence is addressed by his alias: beside the concern of which it tells stands no id of his. */
    private long addressee(Notification notification) {
        return notification.underAlias()
                ? aliases.of(notification.to())
                : notification.to().value();
    }

    private static long idOf(Optional<String> cursor) {
        return cursor.filter(text -> text.matches("[0-9]{1,18}"))
                .map(Long::parseLong)
                .orElse(Long.MAX_VALUE);
    }
}
