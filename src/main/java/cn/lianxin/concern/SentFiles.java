package cn.lianxin.concern;

import cn.lianxin.concern.EnteringConcerns.Entered;
import cn.lianxin.concern.EnteringConcerns.SentFile;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What the files that came with something are now, worked out of their bytes: what is kept beside them could be altered with them. */
@Component
class SentFiles {

    private record Attached(long concern, UUID file) {}

    private final JdbcClient database;

    SentFiles(JdbcClient database) {
        this.database = database;
    }

    /** Of what is attached no more there is none. */
    List<Entered> withDigests(List<Entered> said) {
        var files = said.stream()
                .flatMap(one ->
                        one.files().stream().map(file -> new Attached(one.key().concern(), file.id())))
                .distinct()
                .toList();
        if (files.isEmpty()) {
            return said;
        }
        var digests = new HashMap<Attached, String>();
        database.sql("""
                select a.concern, f.id, f.of_bytes
                from unnest(cast(:concerns as bigint[]), cast(:files as uuid[])) as wanted (concern, file)
                join concern.attachment a on a.concern = wanted.concern and a.attachment = wanted.file
                join attachment.fingerprint f on f.id = a.attachment
                """)
                .param("concerns", files.stream().map(Attached::concern).toArray(Long[]::new))
                .param("files", files.stream().map(Attached::file).toArray(UUID[]::new))
                .query(row -> {
                    digests.put(
                            new Attached(row.getLong("concern"), row.getObject("id", UUID.class)),
                            row.getString("of_bytes"));
                });
        return said.stream().map(one -> with(digests, one)).toList();
    }

    private static Entered with(Map<Attached, String> digests, Entered said) {
        var files = said.files().stream()
                .map(file -> new SentFile(
                        file.id(),
                        Optional.ofNullable(digests.get(new Attached(said.key().concern(), file.id())))))
                .toList();
        return new Entered(said.key(), said.number(), said.at(), said.unit(), said.words(), files, said.erased());
    }
}
