package cn.lianxin.platform.transparency;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Publications that are rows of tables: what is committed to is what the {@link Layout} lists, and nothing has to be said twice. */
public final class PublishedRows implements Publications {

    private final JdbcClient database;
    private final Layout layout;

    /** Worked out with the first question: what the columns are is asked of the database. */
    private volatile Optional<Statement> statement = Optional.empty();

    private record Statement(String fields, String from, List<String> keyTypes) {}

    public PublishedRows(JdbcClient database, Layout layout) {
        this.database = database;
        this.layout = layout;
    }

    @Override
    public String kind() {
        return layout.kind();
    }

    @Override
    public boolean openToAll() {
        return layout.openToAll();
    }

    @Override
    public List<PublishedTable> tables() {
        return layout.tables();
    }

    @Override
    public Stream<Publication> now() {
        return database
                .sql(select(statement().fields()) + published() + order())
                .query((row, _) -> publication(row))
                .list()
                .stream();
    }

    @Override
    public Stream<String> subjects() {
        return database
                .sql(select("") + published() + order())
                .query((row, _) -> row.getString("subject"))
                .list()
                .stream();
    }

    @Override
    public List<String> takenBack() {
        return subjectsWhere(layout.takenBack());
    }

    @Override
    public List<String> fromProduct() {
        return subjectsWhere(layout.fromProduct());
    }

    private List<String> subjectsWhere(String condition) {
        if (condition.equals("false")) {
            return List.of();
        }
        return database.sql(select("") + " where (" + layout.table().which() + ") and (" + condition + ")" + order())
                .query((row, _) -> row.getString("subject"))
                .list();
    }

    @Override
    public Stream<Publication> find(Collection<String> subjects) {
        var types = statement().keyTypes();
        var keys = subjects.stream().map(this::keys).filter(fits(types)).toList();
        if (keys.isEmpty()) {
            return Stream.of();
        }
        var wanted = new ArrayList<String>();
        var values = new HashMap<String, Object>();
        for (var i = 0; i < types.size(); i++) {
            var place = i;
            wanted.add("cast(:key" + i + " as " + types.get(i) + "[])");
            values.put("key" + i, keys.stream().map(key -> key.get(place)).toArray(String[]::new));
        }
        return database
                .sql(select(statement().fields()) + published() + " and ("
                        + layout.keys().stream().map(this::ofTable).collect(Collectors.joining(", "))
                        + ") in (select * from unnest(" + String.join(", ", wanted) + "))" + order())
                .params(values)
                .query((row, _) -> publication(row))
                .list()
                .stream();
    }

    private static Predicate<List<String>> fits(List<String> types) {
        return key -> key.size() == types.size()
                && IntStream.range(0, key.size()).allMatch(i -> switch (types.get(i)) {
                    case "bigint" -> key.get(i).matches("-?[0-9]{1,18}");
                    case "integer" -> key.get(i).matches("-?[0-9]{1,9}");
                    default -> true;
                });
    }

    private List<String> keys(String subject) {
        return subject.startsWith(layout.prefix() + ":")
                ? List.of(subject.substring(layout.prefix().length() + 1).split(":", -1))
                : List.of();
    }

    private Publication publication(ResultSet row) throws SQLException {
        var columns = row.getMetaData();
        var fields = new TreeMap<String, String>();
        for (var i = 3; i <= columns.getColumnCount(); i++) {
            fields.put(columns.getColumnLabel(i), row.getString(i));
        }
        return new Publication(layout.kind(), row.getString("subject"), fields, row.getBoolean("shown"));
    }

    private String select(String fields) {
        return "select concat_ws(':', '" + layout.prefix() + "', "
                + layout.keys().stream().map(this::ofTable).collect(Collectors.joining(", ")) + ") as subject, ("
                + layout.shown() + ") as shown" + fields + statement().from();
    }

    private String published() {
        return " where (" + layout.table().which() + ") and not (" + layout.takenBack() + ")";
    }

    private String order() {
        return " order by " + layout.keys().stream().map(this::ofTable).collect(Collectors.joining(", "));
    }

    private String ofTable(String column) {
        return layout.table().alias() + "." + column;
    }

    private Statement statement() {
        return statement.orElseGet(() -> {
            var made = make();
            statement = Optional.of(made);
            return made;
        });
    }

    private Statement make() {
        var fields = new TreeMap<String, String>();
        var table = layout.table();
        var types = types(table);
        table.columns().forEach(column -> fields.put(field(table, column), text(table, column, types)));
        var from = new StringBuilder(" from " + table.name() + " " + table.alias());
        for (var one : layout.beside()) {
            var besideTypes = types(one.table());
            one.table()
                    .columns()
                    .forEach(column -> fields.put(field(one.table(), column), text(one.table(), column, besideTypes)));
            from.append(" join " + one.table().name() + " " + one.table().alias() + " on " + one.on());
        }
        for (var one : layout.below()) {
            var belowTypes = types(one.table());
            fields.put(
                    one.table().bareName(),
                    "coalesce((select string_agg(json_build_array("
                            + one.table().columns().stream()
                                    .map(column -> text(one.table(), column, belowTypes))
                                    .collect(Collectors.joining(", "))
                            + ")::text, chr(10) order by " + one.order() + ") from "
                            + one.table().name() + " "
                            + one.table().alias() + " where " + one.on() + "), '')");
        }
        layout.more().forEach((name, expression) -> fields.put(name, "coalesce(" + expression + ", '')"));
        var written = new StringBuilder();
        fields.forEach((name, expression) -> written.append(", " + expression + " as \"" + name + "\""));
        return new Statement(
                written.toString(),
                from.toString(),
                layout.keys().stream()
                        .map(key -> types.getOrDefault(key, "text"))
                        .toList());
    }

    private static String field(PublishedTable table, String column) {
        return table.bareName() + "." + column;
    }

    private Map<String, String> types(PublishedTable table) {
        var types = new HashMap<String, String>();
        database.sql("""
                        select attname, format_type(atttypid, null) as type from pg_attribute
                        where attrelid = cast(:table as regclass) and attnum > 0 and not attisdropped
                        """).param("table", table.name()).query(row -> {
            types.put(row.getString("attname"), row.getString("type"));
        });
        return types;
    }

    /** The same text for the same content, whatever the session is set to. */
    private static String text(PublishedTable table, String column, Map<String, String> types) {
        var one = table.alias() + "." + column;
        var type = Optional.ofNullable(types.get(column))
                .orElseThrow(() -> new IllegalStateException(table.name() + " has no column " + column));
        var text =
                switch (type) {
                    case "text", "character varying" -> one;
                    case "bigint", "integer", "smallint", "numeric", "boolean", "uuid" -> one + "::text";
                    case "date" -> "to_char(" + one + ", 'YYYY-MM-DD')";
                    case "timestamp with time zone" -> "(extract(epoch from " + one + ") * 1000000)::bigint::text";
                    case "bytea" -> "encode(sha256(" + one + "), 'hex')";
                    case "text[]", "bigint[]", "double precision[]" -> "array_to_json(" + one + ")::text";
                    default -> throw new IllegalStateException(one + " is of the type " + type);
                };
        return "coalesce(" + text + ", '')";
    }

    @Override
    public String toString() {
        return layout.kind() + " of "
                + Arrays.toString(
                        layout.tables().stream().map(PublishedTable::name).toArray());
    }
}
