package cn.lianxin.platform.transparency;

import cn.lianxin.platform.witness.Openings;
import cn.lianxin.platform.witness.Openings.Opening;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Entries as they are handed out: their bytes, and beside them what is published at this moment with the salts. */
@Component
class Shown {

    private final Entries entries;
    private final Keeping keeping;

    Shown(Entries entries, Keeping keeping) {
        this.entries = entries;
        this.keeping = keeping;
    }

    /** @param member whether he sees what only those see who sign in */
    @Transactional(readOnly = true)
    public byte[] openings(long from, long until, boolean member) {
        var rooms = new HashMap<String, Publications>();
        keeping.rooms().forEach(room -> rooms.put(room.kind(), room));
        var standing = new HashMap<String, Map<String, Map<String, String>>>();
        return Openings.write(entries.between(from, until).stream()
                .map(entry -> opening(entry, rooms, standing, member))
                .toList());
    }

    private static Opening opening(
            Entries.Stored entry,
            Map<String, Publications> rooms,
            Map<String, Map<String, Map<String, String>>> standing,
            boolean member) {
        if (entry.salts().isEmpty()) {
            return new Opening.Erased();
        }
        var room = Optional.ofNullable(rooms.get(entry.kind()));
        if (room.isPresent() && !room.get().openToAll() && !member) {
            return new Opening.Withheld();
        }
        var now = room.map(one -> standing.computeIfAbsent(one.kind(), _ -> bySubject(one)))
                .map(all -> Optional.ofNullable(all.get(entry.subject())))
                .orElse(Optional.of(Map.of()));
        return new Opening.Open(entry.salts().get(), now.map(Map::copyOf));
    }

    private static Map<String, Map<String, String>> bySubject(Publications room) {
        var all = new HashMap<String, Map<String, String>>();
        try (var now = room.now()) {
            now.forEach(one -> all.put(one.subject(), one.fields()));
        }
        return all;
    }

    List<byte[]> manifests(long from, long until) {
        return entries.between(from, until).stream()
                .map(Entries.Stored::manifest)
                .toList();
    }
}
