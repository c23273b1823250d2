package cn.lianxin.platform.audit;

import cn.lianxin.kernel.Page;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Writes down who has read what, for whoever it is about. It is part of the transaction of the reading: where it cannot be
 * written, nothing is shown. The database itself refuses to change or remove it.
 */
@Component
public class Readings {

    private static final int PAGE_SIZE = 25;

    /**
     * One of the things that are about to be shown.
     *
     * @param subject as in the {@link AuditTrail}, {@code concern:2026-4839-2075}
     */
    public record Shown(String subject, boolean named, String inPlaceOf) {}

    private final JdbcClient sql;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Readings(JdbcClient sql, ApplicationEventPublisher events, Clock clock) {
        this.sql = sql;
        this.events = events;
        this.clock = clock;
    }

    /** All of them at once; what this reader has read through this door in this slot of time stands there already. */
    @Transactional
    public void record(Reader reader, Door door, Collection<Shown> shown) {
        var at = clock.instant();
        sql.sql("""
                        insert into audit.reading
                            (at, subject, reader, name, title, unit, roles, in_place_of, door, whole, named, slot)
                        select :at, shown.subject, :reader, :name, :title, :unit, :roles, shown.in_place_of, :door, :whole,
                            shown.named, :slot
                        from unnest(cast(:subjects as text[]), cast(:inPlaceOf as text[]), cast(:named as boolean[]))
                            as shown (subject, in_place_of, named)
                        on conflict (subject, reader, door, named, in_place_of, slot) do nothing
                        """)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .param("reader", reader.key())
                .param("name", reader.name())
                .param("title", reader.title())
                .param("unit", reader.unit())
                .param("roles", reader.roles().stream().map(Enum::name).collect(Collectors.joining(",")))
                .param("door", door.name())
                .param("whole", door.isWhole())
                .param("slot", door.slotOf(at))
                .param("subjects", array(shown, Shown::subject, String[]::new))
                .param("inPlaceOf", array(shown, Shown::inPlaceOf, String[]::new))
                .param("named", array(shown, Shown::named, Boolean[]::new))
                .update();
        events.publishEvent(new ReadingRecorded(reader, door));
    }

    /**
     * Who has read one subject, newest first. Whose it is to know is known to the room that the subject belongs to, which
     * asks first.
     *
     * @param linesToo also who has seen no more than its line in a list
     * @param after cursor of the page before, empty for the newest
     */
    @Transactional(readOnly = true)
    public Page<Reading> of(String subject, boolean linesToo, Optional<String> after) {
        var readings = sql.sql("""
                        select id, at, reader, name, title, unit, roles, in_place_of, door, named
                        from audit.reading
                        where subject = :subject and (whole or :linesToo) and id < :before
                        order by id desc
                        limit :limit
                        """)
                .param("subject", subject)
                .param("linesToo", linesToo)
                .param("before", AuditEntry.idOf(after))
                .param("limit", PAGE_SIZE + 1)
                .query(Reading::of)
                .list();
        return Page.of(readings, PAGE_SIZE, Reading::cursor);
    }

    /** All readings of one subject, oldest first, for the one whose it is. */
    @Transactional(readOnly = true)
    public List<Reading> allOf(String subject) {
        return sql.sql("""
                        select id, at, reader, name, title, unit, roles, in_place_of, door, named
                        from audit.reading where subject = :subject order by id
                        """).param("subject", subject).query(Reading::of).list();
    }

    /** Since when readings are written down at all. */
    @Transactional(readOnly = true)
    public Instant since() {
        return sql.sql("select min(at) as at from audit.readings_since")
                .query((row, _) -> row.getObject("at", OffsetDateTime.class).toInstant())
                .single();
    }

    private static <T> T[] array(Collection<Shown> shown, Function<Shown, T> part, IntFunction<T[]> empty) {
        return shown.stream().map(part).toArray(empty);
    }
}
