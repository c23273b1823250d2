package cn.lianxin.daybook;

import cn.lianxin.concern.EnteringConcerns.Key;
import cn.lianxin.concern.FilesErased.Gone;
import cn.lianxin.platform.manifest.Salt;
import cn.lianxin.platform.merkle.Hash;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The store of the files that stood with leaves. */
@Component
class LeafFiles {

    private record Row(Key key, int place, CommittedFile file) {}

    private final JdbcClient database;

    LeafFiles(JdbcClient database) {
        this.database = database;
    }

    void add(List<Leaf> leaves) {
        var rows = leaves.stream()
                .flatMap(leaf -> IntStream.range(0, leaf.files().size())
                        .mapToObj(at -> new Row(leaf.key(), at + 1, leaf.files().get(at))))
                .toList();
        if (rows.isEmpty()) {
            return;
        }
        database.sql("""
                insert into daybook.file (concern, step, place, file, commitment, salt)
                select f.concern, f.step, f.place, f.file, f.commitment, nullif(f.salt, '')
                from unnest(cast(:concerns as bigint[]), cast(:steps as int[]), cast(:places as int[]), cast(:files as uuid[]),
                    cast(:commitments as text[]), cast(:salts as text[])) as f (concern, step, place, file, commitment, salt)
                """)
                .param("concerns", rows.stream().map(row -> row.key().concern()).toArray(Long[]::new))
                .param("steps", rows.stream().map(row -> row.key().step()).toArray(Integer[]::new))
                .param("places", rows.stream().map(Row::place).toArray(Integer[]::new))
                .param("files", rows.stream().map(row -> row.file().file()).toArray(UUID[]::new))
                .param(
                        "commitments",
                        rows.stream()
                                .map(row -> row.file().commitment().toString())
                                .toArray(String[]::new))
                .param(
                        "salts",
                        rows.stream()
                                .map(row ->
                                        row.file().salt().map(Salt::toString).orElse(""))
                                .toArray(String[]::new))
                .update();
    }

    /** In their order. */
    Map<Key, List<CommittedFile>> of(Collection<Key> keys) {
        var files = new HashMap<Key, List<CommittedFile>>();
        database.sql("""
                select f.concern, f.step, f.file, f.commitment, f.salt
                from unnest(cast(:concerns as bigint[]), cast(:steps as int[])) as wanted (concern, step)
                join daybook.file f on f.concern = wanted.concern and f.step = wanted.step
                order by f.concern, f.step, f.place
                """)
                .param("concerns", keys.stream().map(Key::concern).toArray(Long[]::new))
                .param("steps", keys.stream().map(Key::step).toArray(Integer[]::new))
                .query(row -> {
                    files.computeIfAbsent(new Key(row.getLong("concern"), row.getInt("step")), _ -> new ArrayList<>())
                            .add(new CommittedFile(
                                    row.getObject("file", UUID.class),
                                    Hash.parse(row.getString("commitment")),
                                    Optional.ofNullable(row.getString("salt")).map(Salt::parse)));
                });
        return files;
    }

    /** With the words of a concern its files are proved no more either. */
    void destroySalts(Collection<Long> concerns) {
        database.sql("update daybook.file set salt = null where concern = any (:concerns) and salt is not null")
                .param("concerns", concerns.toArray(Long[]::new))
                .update();
    }

    /** Of these files alone; of the same file in another concern it stays. */
    void destroySaltsOf(Collection<Gone> files) {
        database.sql("""
                update daybook.file f set salt = null
                from unnest(cast(:concerns as bigint[]), cast(:files as uuid[])) as gone (concern, file)
                where f.concern = gone.concern and f.file = gone.file and f.salt is not null
                """)
                .param("concerns", files.stream().map(Gone::concern).toArray(Long[]::new))
                .param("files", files.stream().map(Gone::file).toArray(UUID[]::new))
                .update();
    }
}
