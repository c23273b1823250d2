package cn.lianxin.platform.transparency;

import cn.lianxin.platform.witness.Verification;
import java.util.HashSet;
import java.util.List;
import java.util.TreeMap;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Enters what was published before there was a log, once; and erases what was rightly taken back. */
@Component
class Keeping {

    private final ObjectProvider<Publications> rooms;
    private final PublicLog log;
    private final Entries entries;
    private final Tiles tiles;
    private final JdbcClient database;
    private volatile boolean begun;

    Keeping(ObjectProvider<Publications> rooms, PublicLog log, Entries entries, Tiles tiles, JdbcClient database) {
        this.rooms = rooms;
        this.log = log;
        this.entries = entries;
        this.tiles = tiles;
        this.database = database;
    }

    /**
     * Only once: whatever stands there without an entry afterwards was put there behind our back, but for what a new version of the
     * product brings along.
     */
    @Transactional
    public void begin() {
        tiles.hold();
        for (var room : rooms()) {
            if (database.sql("insert into transparency.begun (kind) values (:kind) on conflict do nothing")
                            .param("kind", room.kind())
                            .update()
                    == 1) {
                try (var all = room.now()) {
                    all.forEach(log::record);
                }
            } else if (!begun) {
                var brought = new HashSet<>(room.fromProduct());
                entries.subjects(room.kind()).forEach(brought::remove);
                brought.forEach(subject -> log.enter(room.kind(), subject));
            }
        }
        begun = true;
    }

    @Transactional
    public void eraseTakenBack() {
        for (var room : rooms()) {
            for (var subject : room.takenBack()) {
                if (entries.destroySalts(room.kind(), subject)) {
                    log.record(new Publication(Verification.ERASED, subject, new TreeMap<>()));
                }
            }
        }
    }

    /** What is published now and should stand below this size: one a line, with its kind. */
    @Transactional(readOnly = true)
    public List<String> published(long size) {
        return rooms().stream()
                .flatMap(room -> {
                    var waiting = new HashSet<>(entries.subjects(room.kind()));
                    waiting.removeAll(entries.subjectsBelow(room.kind(), size));
                    try (var now = room.subjects()) {
                        return now
                                .filter(subject -> !waiting.contains(subject))
                                .map(subject -> room.kind() + " " + subject)
                                .toList()
                                .stream();
                    }
                })
                .toList();
    }

    List<Publications> rooms() {
        return rooms.orderedStream().toList();
    }
}
