package cn.lianxin.survival;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** What filings have left in the database, seen from outside: in whatever table, of whatever room. */
final class Traces implements AutoCloseable {

    /** Written when somebody reads or searches, or much later, and not by the filing. */
    private static final Set<String> LATER = Set.of("audit.reading", "topic.heard", "routing.learnt");

    private final Connection connection;
    private final List<String> tables;

    Traces(Database database) throws SQLException {
        this.connection = database.connection();
        this.tables =
                strings("""
                select c.table_schema || '.' || c.table_name from information_schema.columns c
                join information_schema.tables t using (table_schema, table_name)
                where c.column_name = 'concern' and c.data_type = 'bigint' and t.table_type = 'BASE TABLE'
                order by 1
                """).stream().filter(table -> !LATER.contains(table)).toList();
    }

    /** The keys of the concerns in whose text this word is. */
    List<Long> with(String word) {
        return strings("select id::text from concern.concern where position(? in words) > 0", word).stream()
                .map(Long::valueOf)
                .toList();
    }

    String numberOf(long concern) {
        return strings("select number from concern.concern where id = ?::bigint", String.valueOf(concern))
                .getFirst();
    }

    /** So many rows in each table that knows concerns, and so many messages about it, by table. */
    Map<String, Long> of(long concern) {
        var traces = new TreeMap<String, Long>();
        var key = String.valueOf(concern);
        for (var table : tables) {
            put(traces, table, "select count(*) from " + table + " where concern = ?::bigint", key);
        }
        put(
                traces,
                "messages",
                "select count(*) from notification.message where cause like ?",
                "concern:" + key + ":%");
        put(traces, "keys", "select cardinality(keys) from concern.sought where id = ?::bigint", key);
        put(traces, "version", "select version from concern.concern where id = ?::bigint", key);
        return traces;
    }

    private void put(Map<String, Long> traces, String name, String query, String key) {
        var count = Long.parseLong(strings(query, key).getFirst());
        if (count > 0) {
            traces.put(name, count);
        }
    }

    /** Sentences about what is half there or twice, whoever sent it. */
    List<String> halves() {
        var found = new ArrayList<String>();
        for (var table : tables) {
            look(found, "without a concern: " + table, """
                    select 1 from %s t where t.concern is not null
                      and not exists (select 1 from concern.concern c where c.id = t.concern)""".formatted(table));
        }
        look(found, "concerns whose steps are not as many as their version", """
                select 1 from concern.concern c where c.version <> (
                    select count(*) from concern.step s where s.concern = c.id and s.place between 1 and c.version)""");
        look(found, "concerns without what they are found by", """
                select 1 from concern.concern c where (
                    select count(*) from concern.search s where s.concern = c.id and cardinality(s.grams) > 0) <> 1""");
        look(found, "concerns without a receipt, or a form that was sent", """
                select 1 from concern.concern c
                where not exists (select 1 from concern.receipt r where r.concern = c.id)
                   or not exists (select 1 from concern.sending s where s.concern = c.id)""");
        look(found, "concerns that nobody watches", """
                select 1 from concern.concern c
                where not c.over and not exists (select 1 from escalation.watch w where w.concern = c.id)""");
        look(found, "texts that stand twice", """
                select 1 from concern.concern group by words having count(*) > 1""");
        look(found, "findings about the logs", "select 1 from audit.finding");
        return found;
    }

    private void look(List<String> found, String sentence, String query) {
        var count = Long.parseLong(
                strings("select count(*) from (" + query + ") them").getFirst());
        if (count > 0) {
            found.add(count + " " + sentence);
        }
    }

    /** What is written down to be done after a commit, and is not done yet. */
    long undone() {
        return Long.parseLong(strings("select count(*) from event.event_publication where completion_date is null")
                .getFirst());
    }

    long draftsUnder(String token) {
        return Long.parseLong(strings("select count(*) from raising.draft where token = ?", token)
                .getFirst());
    }

    /** Entries of the logs that have no place in their chain yet. */
    long unsealed() {
        return Long.parseLong(strings("""
                select (select count(*) from audit.entry) + (select count(*) from audit.security)
                       + (select count(*) from audit.reading) - (select count(*) from audit.link)
                """).getFirst());
    }

    List<String> strings(String query, String... parameters) {
        try (var statement = connection.prepareStatement(query)) {
            for (var i = 0; i < parameters.length; i++) {
                statement.setString(i + 1, parameters[i]);
            }
            var rows = new ArrayList<String>();
            try (var result = statement.executeQuery()) {
                while (result.next()) {
                    rows.add(result.getString(1));
                }
            }
            return rows;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
