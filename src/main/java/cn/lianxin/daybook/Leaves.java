package cn.lianxin.daybook;

import cn.lianxin.concern.EnteringConcerns.Key;
import cn.lianxin.platform.manifest.Salt;
import cn.lianxin.platform.merkle.Hash;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The store of what is committed to; salts lie beside it and go alone. */
@Component
class Leaves {

    private static final String COLUMNS =
            "l.concern, l.step, l.day, l.form, l.unit_name, l.commitment, l.salt, l.place";

    private final JdbcClient database;
    private final LeafFiles files;

    Leaves(JdbcClient database, LeafFiles files) {
        this.database = database;
        this.files = files;
    }

    /** Each once, whoever comes to it first. */
    void add(List<Leaf> leaves) {
        var added = new HashSet<>(database.sql("""
                insert into daybook.leaf (concern, step, day, form, unit_name, commitment, salt)
                select * from unnest(cast(:concerns as bigint[]), cast(:steps as int[]), cast(:days as date[]),
                    cast(:forms as int[]), cast(:names as text[]), cast(:commitments as text[]), cast(:salts as text[]))
                on conflict (concern, step) do nothing
                returning concern, step
                """)
                .param(
                        "concerns",
                        leaves.stream().map(leaf -> leaf.key().concern()).toArray(Long[]::new))
                .param("steps", leaves.stream().map(leaf -> leaf.key().step()).toArray(Integer[]::new))
                .param(
                        "days",
                        leaves.stream().map(leaf -> leaf.day().toString()).toArray(String[]::new))
                .param("forms", leaves.stream().map(Leaf::form).toArray(Integer[]::new))
                .param("names", leaves.stream().map(Leaf::unitName).toArray(String[]::new))
                .param(
                        "commitments",
                        leaves.stream()
                                .map(leaf -> leaf.commitment().toString())
                                .toArray(String[]::new))
                .param(
                        "salts",
                        leaves.stream()
                                .map(leaf -> leaf.salt().orElseThrow().toString())
                                .toArray(String[]::new))
                .query((row, _) -> key(row))
                .list());
        files.add(leaves.stream().filter(leaf -> added.contains(leaf.key())).toList());
    }

    /** Those of them that are committed to. */
    Set<Key> among(Collection<Key> keys) {
        return new HashSet<>(database.sql("""
                select l.concern, l.step from daybook.leaf l
                join unnest(cast(:concerns as bigint[]), cast(:steps as int[])) as wanted (concern, step)
                    on wanted.concern = l.concern and wanted.step = l.step
                """)
                .param("concerns", keys.stream().map(Key::concern).toArray(Long[]::new))
                .param("steps", keys.stream().map(Key::step).toArray(Integer[]::new))
                .query((row, _) -> key(row))
                .list());
    }

    /** Of a day that is about to be closed. */
    List<Key> of(LocalDate day) {
        return database.sql("select l.concern, l.step from daybook.leaf l where l.day = :day")
                .param("day", day)
                .query((row, _) -> key(row))
                .list();
    }

    /** Each gets its place. */
    void place(LocalDate day, List<Key> keys, List<Integer> places) {
        database.sql("""
                update daybook.leaf l set place = given.place
                from unnest(cast(:concerns as bigint[]), cast(:steps as int[]), cast(:places as int[])) as given (concern, step, place)
                where l.concern = given.concern and l.step = given.step and l.day = :day
                """)
                .param("day", day)
                .param("concerns", keys.stream().map(Key::concern).toArray(Long[]::new))
                .param("steps", keys.stream().map(Key::step).toArray(Integer[]::new))
                .param("places", places.toArray(Integer[]::new))
                .update();
    }

    /** What was said and what was sealed on a day, by its places in the tree. */
    Map<Integer, Hash> placed(LocalDate day) {
        var placed = new HashMap<Integer, Hash>();
        database.sql("""
                select l.place, l.commitment from daybook.leaf l where l.day = :day and l.place is not null
                union all
                select l.place, l.commitment from daybook.sealed_leaf l where l.day = :day and l.place is not null
                """).param("day", day).query(row -> {
            placed.put(row.getInt("place"), Hash.parse(row.getString("commitment")));
        });
        return placed;
    }

    /** Of one concern, what can be proved: its day is closed and its words are there. */
    List<Leaf> provable(long concern) {
        return withFiles(database.sql("select " + COLUMNS + " from daybook.leaf l join daybook.day d on d.day = l.day"
                        + " where l.concern = :concern and l.salt is not null order by l.step")
                .param("concern", concern)
                .query(Leaves::leaf)
                .list());
    }

    /** Of days that are closed, in the order of their concerns. */
    List<Leaf> after(Key key, int most) {
        return withFiles(database.sql("select " + COLUMNS + " from daybook.leaf l join daybook.day d on d.day = l.day"
                        + " where (l.concern, l.step) > (:concern, :step) order by l.concern, l.step limit :most")
                .param("concern", key.concern())
                .param("step", key.step())
                .param("most", most)
                .query(Leaves::leaf)
                .list());
    }

    private List<Leaf> withFiles(List<Leaf> leaves) {
        var all = files.of(leaves.stream().map(Leaf::key).toList());
        return leaves.stream()
                .map(leaf -> leaf.with(all.getOrDefault(leaf.key(), List.of())))
                .toList();
    }

    /** Nothing can be said of these any more. */
    void destroySalts(Collection<Long> concerns) {
        database.sql("update daybook.leaf set salt = null where concern = any (:concerns) and salt is not null")
                .param("concerns", concerns.toArray(Long[]::new))
                .update();
        files.destroySalts(concerns);
    }

    private static Leaf leaf(ResultSet row, int place) throws SQLException {
        return new Leaf(
                key(row),
                row.getObject("day", LocalDate.class),
                row.getInt("form"),
                row.getString("unit_name"),
                Hash.parse(row.getString("commitment")),
                Optional.ofNullable(row.getString("salt")).map(Salt::parse),
                Optional.ofNullable(row.getObject("place", Integer.class)),
                List.of());
    }

    private static Key key(ResultSet row) throws SQLException {
        return new Key(row.getLong("concern"), row.getInt("step"));
    }
}
