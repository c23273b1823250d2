package cn.lianxin.platform.backup;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What there is in a database to be copied. */
final class Catalogue {

    static final String HISTORY = "public.flyway_schema_history";

    private static final String OURS =
            " n.nspname not in ('pg_catalog', 'information_schema') and n.nspname not like 'pg\\_%' ";

    /** @param columns quoted, in their order */
    record Table(String name, List<Column> columns) {

        String list() {
            return columns.stream()
                    .map(Column::name)
                    .reduce((left, right) -> left + "," + right)
                    .orElse("");
        }

        /** Rows are written out as they are stored; the number of a transaction means nothing in another server and goes as 0. */
        String copyOut() {
            if (columns.stream().noneMatch(Column::isTransaction)) {
                return "copy " + name + " (" + list() + ") to stdout";
            }
            var fields = columns.stream()
                    .map(column -> column.isTransaction() ? "'0'::xid8" : column.name())
                    .reduce((left, right) -> left + ", " + right)
                    .orElse("");
            return "copy (select " + fields + " from only " + name + ") to stdout";
        }
    }

    record Column(String name, String type) {
        boolean isTransaction() {
            return type.equals("xid8");
        }
    }

    /** @param table to which it belongs */
    record ForeignKey(String table, String name, String definition) {}

    private final Connection connection;

    Catalogue(Connection connection) {
        this.connection = connection;
    }

    /** The same text for the same row in every server, and nothing that ends a long copy. */
    static void settle(Connection connection) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute("""
                    set timezone = 'UTC'; set datestyle = 'ISO, YMD'; set intervalstyle = 'iso_8601'; set bytea_output = 'hex';
                    set extra_float_digits = 1; set search_path = pg_catalog; set statement_timeout = 0; set lock_timeout = 0;
                    set idle_in_transaction_session_timeout = 0""");
        }
    }

    /** By name. */
    Map<String, Table> tables() throws SQLException {
        var columns = new LinkedHashMap<String, List<Column>>();
        query("""
                select quote_ident(n.nspname) || '.' || quote_ident(c.relname), quote_ident(a.attname),
                    format_type(a.atttypid, null)
                from pg_class c join pg_namespace n on n.oid = c.relnamespace
                join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''
                where c.relkind = 'r' and""" + OURS + "order by 1, a.attnum", 3)
                .forEach(row -> columns.computeIfAbsent(row.get(0), _ -> new ArrayList<>())
                        .add(new Column(row.get(1), row.get(2))));
        var tables = new LinkedHashMap<String, Table>();
        columns.forEach((name, ofIt) -> tables.put(name, new Table(name, ofIt)));
        return tables;
    }

    List<Contents.Sequence> sequences() throws SQLException {
        var found = new ArrayList<Contents.Sequence>();
        for (var row : query("""
                select quote_ident(n.nspname) || '.' || quote_ident(c.relname)
                from pg_class c join pg_namespace n on n.oid = c.relnamespace where c.relkind = 'S' and""" + OURS + "order by 1", 1)) {
            var value = query("select last_value, is_called from " + row.getFirst(), 2)
                    .getFirst();
            found.add(new Contents.Sequence(
                    row.getFirst(), Long.parseLong(value.get(0)), value.get(1).equals("t")));
        }
        return found;
    }

    List<ForeignKey> foreignKeys() throws SQLException {
        return query("""
                select quote_ident(n.nspname) || '.' || quote_ident(c.relname), quote_ident(k.conname), pg_get_constraintdef(k.oid)
                from pg_constraint k join pg_class c on c.oid = k.conrelid join pg_namespace n on n.oid = c.relnamespace
                where k.contype = 'f' and k.conparentid = 0 and""" + OURS + "order by 1, 2", 3).stream()
                .map(row -> new ForeignKey(row.get(0), row.get(1), row.get(2)))
                .toList();
    }

    /** Schemas and relations that somebody has made; none in a database that nobody has used. */
    List<String> inUse() throws SQLException {
        return query("""
                select quote_ident(n.nspname) from pg_namespace n where n.nspname <> 'public' and""" + OURS + """
                union all
                select 'public.' || quote_ident(c.relname) from pg_class c where c.relnamespace = 'public'::regnamespace
                    and not exists (select from pg_depend d where d.objid = c.oid and d.deptype = 'e')
                order by 1""", 1).stream().map(List::getFirst).toList();
    }

    /** Which database this is, also after it was renamed. */
    String identity() throws SQLException {
        return one("select s.system_identifier || ':' || d.oid from pg_control_system() s, pg_database d"
                + " where d.datname = current_database()");
    }

    int server() throws SQLException {
        return Integer.parseInt(one("show server_version_num"));
    }

    String one(String sql) throws SQLException {
        return query(sql, 1).getFirst().getFirst();
    }

    private List<List<String>> query(String sql, int fields) throws SQLException {
        var rows = new ArrayList<List<String>>();
        try (var statement = connection.createStatement();
                var found = statement.executeQuery(sql)) {
            while (found.next()) {
                var row = new ArrayList<String>();
                for (var i = 1; i <= fields; i++) {
                    row.add(found.getString(i));
                }
                rows.add(row);
            }
        }
        return rows;
    }
}
