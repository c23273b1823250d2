package cn.lianxin.concern;

import cn.lianxin.kernel.Actor;
import cn.lianxin.kernel.Page;
import cn.lianxin.platform.audit.Door;
import cn.lianxin.platform.text.Grams;
import cn.lianxin.promise.Grade;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Rows for pages. Every query takes an actor and reads through the one visibility function. */
@Component
public class ConcernLists {

    /** Rows of one page. */
    public static final int PAGE_SIZE = 25;

    private static final int LINES_AT_ONCE = 500;
    private static final int MOST_AMONG = 500;

    private static final String COLUMNS = """
            c.id, c.number, c.title || c.spoken_line as title, c.matter, c.grade, c.kind, c.channel, c.reporter_mode, c.state,
            c.reply_by, c.filed_at, c.changed_at, c.over, c.window_ends, c.look_by, c.stopped_micros, c.paused_since,
            concern.is_protected(c.reporter_mode, c.restricted) and c.reporter is distinct from :person
                and c.reporter is distinct from :alias as guarded,
            (select case when u.kind = 'CREW' then coalesce(up.short_name, '') else '' end || u.short_name
             from organization.unit_card u left join organization.unit_card up on up.id = u.parent
             where u.id = c.unit) as unit,
            coalesce((select u.short_name from organization.unit_card u where u.id = c.lead_unit), '') as lead,
            (select u.short_name from organization.unit_card u where u.id = c.owner_unit) as owner_unit,
            (select p.name from organization.person_card p where p.id = c.owner_person) as owner_name""";

    private static final String NEWEST_FIRST =
            " and (c.filed_at, c.id) < (:time, :id) order by c.filed_at desc, c.id desc limit " + (PAGE_SIZE + 1);

    private final ReadingTrail trail;
    private final ConfidentialReporters reporters;
    private final JdbcClient database;
    private final Horizon horizon;

    ConcernLists(ReadingTrail trail, ConfidentialReporters reporters, JdbcClient database, Horizon horizon) {
        this.trail = trail;
        this.reporters = reporters;
        this.database = database;
        this.horizon = horizon;
    }

    /** A queue by due date, the most urgent first. */
    @Transactional
    public Page<ConcernRow> queue(
            ConcernQueue queue, ConcernFilter filter, Optional<Cursor> after, Door door, Actor actor) {
        var parameters = horizon.parameters(actor);
        var rows = rows(
                Scope.VISIBLE,
                queue.condition() + " and " + filter.condition(parameters),
                byDate(queue.due(), PAGE_SIZE + 1),
                after.orElse(Cursor.FIRST),
                parameters);
        return shown(Page.of(rows, PAGE_SIZE, row -> new Cursor(queue.due(row), row.id()).toString()), door, actor);
    }

    /** The most urgent of several queues together. */
    @Transactional
    public List<ConcernRow> foremost(Collection<ConcernQueue> queues, int most, Door door, Actor actor) {
        var any = queues.stream()
                .map(queue -> "(" + queue.condition() + ")")
                .collect(Collectors.joining(" or ", "(", ")"));
        var rows = rows(Scope.VISIBLE, any, byDate("c.reply_by", most), Cursor.FIRST, horizon.parameters(actor));
        return shown(rows, door, actor);
    }

    /** The most urgent of what waits by this filter, of others than the actor. */
    @Transactional
    public List<ConcernRow> foremost(ConcernFilter filter, int most, Door door, Actor actor) {
        var parameters = horizon.parameters(actor);
        var condition = Scope.OF_OTHERS + " and " + filter.condition(parameters);
        var rows = rows(Scope.VISIBLE, condition, byDate("c.reply_by", most), Cursor.FIRST, parameters);
        return shown(rows, door, actor);
    }

    /** How many rows stand behind each of these queues, narrowed alike. */
    public Map<ConcernQueue, Long> counts(Collection<ConcernQueue> queues, ConcernFilter filter, Actor actor) {
        var parameters = horizon.parameters(actor);
        var columns = queues.stream()
                .map(queue -> "count(*) filter (where " + queue.condition() + ") as " + queue.name())
                .collect(Collectors.joining(", "));
        var waits = queues.contains(ConcernQueue.TO_SIGN) ? "(not c.over or c.look_by is not null)" : "not c.over";
        return database.sql("select " + columns + " from " + Scope.VISIBLE + " where " + waits + " and "
                        + filter.condition(parameters))
                .params(parameters)
                .query((row, _) -> {
                    var counts = new EnumMap<ConcernQueue, Long>(ConcernQueue.class);
                    for (var queue : queues) {
                        counts.put(queue, row.getLong(queue.name()));
                    }
                    return counts;
                })
                .single();
    }

    /** The rows behind a figure: what waits by due date, else the newest first. Nothing the actor raised himself. */
    @Transactional
    public Page<ConcernRow> behind(ConcernFilter filter, Optional<Cursor> after, Door door, Actor actor) {
        var parameters = horizon.parameters(actor);
        var condition = Scope.OF_OTHERS + " and " + filter.condition(parameters);
        var page = filter.due().waits()
                ? byDueDate(condition, after, parameters)
                : newestFirst(Scope.VISIBLE, condition, after, parameters);
        return shown(page, door, actor);
    }

    /** Of these what the actor may see, did not raise himself and that still waits for an answer, by due date. */
    @Transactional
    public List<ConcernRow> waitingAmong(Collection<Long> concerns, Actor actor) {
        var parameters = horizon.parameters(actor);
        parameters.put("among", concerns.toArray(Long[]::new));
        var rows = database.sql("select " + COLUMNS + " from " + Scope.VISIBLE + " where c.id = any (:among) and "
                        + ConcernQueue.WAITING + " and " + Scope.OF_OTHERS + " order by c.reply_by, c.id limit "
                        + MOST_AMONG)
                .params(parameters)
                .query((row, _) -> row(row))
                .list();
        return shown(rows, Door.LIST, actor);
    }

    /** What the actor raised himself, or what his receipt opens; newest first. */
    @Transactional
    public Page<ConcernRow> own(Optional<Cursor> before, Actor actor) {
        // One way in at a time: an "or" of both would read every concern there is, newest first.
        var own = actor instanceof Actor.ReceiptHolder
                ? "c.id in (select r.concern from concern.receipt r where r.digest = :receipt)"
                : "c.reporter in (:person, :alias)";
        var page = newestFirst("concern.concern c", own, before, horizon.parameters(actor));
        return shown(page, Door.INTERFACE_LIST, actor);
    }

    /** Everything the actor may see in which the words stand, newest first; the number finds itself. */
    @Transactional
    public Page<ConcernRow> search(
            String words, ConcernFilter filter, Optional<Cursor> before, Door door, Actor actor) {
        var number = ConcernNumber.parse(words);
        var parameters = horizon.parameters(actor);
        parameters.put("number", number.map(ConcernNumber::toString).orElse(""));
        parameters.put("grams", Grams.ofQuery(words).toArray(String[]::new));
        var condition = number.isPresent()
                ? "c.number = :number"
                : "c.id in (select s.concern from concern.search s where s.grams @> cast(:grams as text[]))";
        var page = newestFirst(Scope.VISIBLE, condition + " and " + filter.condition(parameters), before, parameters);
        return shown(page, door, actor);
    }

    /** Of these what the actor may see, in this order. */
    @Transactional
    public List<ConcernRow> among(List<Long> concerns, Door door, Actor actor) {
        var parameters = horizon.parameters(actor);
        parameters.put("among", concerns.toArray(Long[]::new));
        var rows = database.sql("select " + COLUMNS + " from " + Scope.VISIBLE + " where c.id = any (:among)"
                        + " order by array_position(cast(:among as bigint[]), c.id)")
                .params(parameters)
                .query((row, _) -> row(row))
                .list();
        return shown(rows, door, actor);
    }

    private Page<ConcernRow> byDueDate(String condition, Optional<Cursor> after, Map<String, Object> parameters) {
        var rows = rows(
                Scope.VISIBLE, condition, byDate("c.reply_by", PAGE_SIZE + 1), after.orElse(Cursor.FIRST), parameters);
        return Page.of(rows, PAGE_SIZE, row -> new Cursor(row.replyBy(), row.id()).toString());
    }

    private static String byDate(String date, int most) {
        return " and (" + date + ", c.id) > (:time, :id) order by " + date + ", c.id limit " + most;
    }

    private Page<ConcernRow> shown(Page<ConcernRow> page, Door door, Actor actor) {
        shown(page.rows(), door, actor);
        return page;
    }

    private List<ConcernRow> shown(List<ConcernRow> rows, Door door, Actor actor) {
        trail.listed(
                rows.stream()
                        .filter(ConcernRow::guarded)
                        .map(ConcernRow::number)
                        .toList(),
                door,
                actor);
        return rows;
    }

    private Page<ConcernRow> newestFirst(
            String from, String condition, Optional<Cursor> before, Map<String, Object> parameters) {
        var rows = rows(from, condition, NEWEST_FIRST, before.orElse(Cursor.LAST), parameters);
        return Page.of(rows, PAGE_SIZE, row -> new Cursor(row.filedAt(), row.id()).toString());
    }

    /** Everything the actor may see, oldest first, to take away; some lines at a time and never all in memory. */
    @Transactional
    public void eachLine(Actor actor, Consumer<ConcernLine> each) {
        var lines = new ArrayList<ConcernLine.Fetched>();
        database.sql("select " + ConcernLine.COLUMNS + " from " + Scope.VISIBLE + ConcernLine.JOINS
                        + " order by c.filed_at, c.id")
                .withFetchSize(LINES_AT_ONCE)
                .params(reporters.scope(actor))
                .query((RowCallbackHandler) row -> {
                    lines.add(ConcernLine.Fetched.of(row));
                    if (lines.size() == LINES_AT_ONCE) {
                        take(lines, actor, each);
                    }
                });
        take(lines, actor, each);
    }

    private void take(List<ConcernLine.Fetched> fetched, Actor actor, Consumer<ConcernLine> each) {
        var sealed = reporters.of(fetched.stream()
                .filter(ConcernLine.Fetched::nameIsSealed)
                .map(ConcernLine.Fetched::id)
                .toList());
        var lines = fetched.stream()
                .map(one -> one.line().with(sealed.get(one.id())))
                .toList();
        var shown = lines.stream()
                .filter(ConcernLine::guarded)
                .map(line -> new ReadingTrail.Shown(
                        line.number(), !line.reporterName().isEmpty()))
                .toList();
        trail.write(shown, Door.EXPORT, actor);
        lines.forEach(each);
        fetched.clear();
    }

    private List<ConcernRow> rows(
            String from, String condition, String order, Cursor cursor, Map<String, Object> parameters) {
        parameters.put("time", Timestamp.from(cursor.time()));
        parameters.put("id", cursor.id());
        return database.sql("select " + COLUMNS + " from " + from + " where " + condition + order)
                .params(parameters)
                .query((row, _) -> row(row))
                .list();
    }

    private ConcernRow row(ResultSet row) throws SQLException {
        return new ConcernRow(
                row.getLong("id"),
                row.getString("number"),
                row.getString("title"),
                row.getString("matter"),
                Grade.valueOf(row.getString("grade")),
                ConcernKind.valueOf(row.getString("kind")),
                Channel.valueOf(row.getString("channel")),
                Reporter.Mode.valueOf(row.getString("reporter_mode")),
                row.getString("state"),
                row.getString("unit"),
                row.getString("lead"),
                row.getString("owner_unit"),
                row.getString("owner_name"),
                instant(row, "reply_by"),
                instant(row, "filed_at"),
                instant(row, "changed_at"),
                Optional.ofNullable(row.getTimestamp("look_by")).map(Timestamp::toInstant),
                TimeSpent.of(row, horizon.now()),
                row.getBoolean("guarded"));
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getTimestamp(column).toInstant();
    }
}
