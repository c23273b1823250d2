package cn.lianxin.platform.transparency;

import cn.lianxin.platform.witness.Openings;
import cn.lianxin.platform.witness.Openings.Opening;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
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

    /** Of each kind only what these entries are of is read. */
    @Transactional(readOnly = true)
    public byte[] openings(long from, long until, Reader reader) {
        var stored = entries.between(from, until);
        var rooms = new HashMap<String, Publications>();
        keeping.rooms().forEach(room -> rooms.put(room.kind(), room));
        var wanted = new HashMap<Publications, Set<String>>();
        for (var entry : stored) {
            var room = rooms.get(entry.kind());
            if (room != null && entry.salts().isPresent() && reader.maySee(room)) {
                wanted.computeIfAbsent(room, _ -> new HashSet<>()).add(entry.subject());
            }
        }
        var standing = new HashMap<String, Map<String, Publication>>();
        wanted.forEach((room, subjects) -> standing.put(room.kind(), bySubject(room, subjects)));
        return Openings.write(stored.stream()
                .map(entry -> opening(entry, Optional.ofNullable(rooms.get(entry.kind())), standing, reader))
                .toList());
    }

    private static Opening opening(
            Entries.Stored entry,
            Optional<Publications> room,
            Map<String, Map<String, Publication>> standing,
            Reader reader) {
        if (entry.salts().isEmpty()) {
            return new Opening.Erased();
        }
        if (room.isEmpty()) {
            return new Opening.Open(entry.salts().get(), Optional.of(Map.of()));
        }
        if (!reader.maySee(room.get())) {
            return new Opening.Withheld();
        }
        var now = Optional.ofNullable(
                standing.getOrDefault(entry.kind(), Map.of()).get(entry.subject()));
        if (now.filter(one -> !reader.maySee(one)).isPresent()) {
            return new Opening.Withheld();
        }
        return new Opening.Open(
                now.isPresent() ? entry.salts().get() : Map.of(), now.map(one -> Map.copyOf(one.fields())));
    }

    private static Map<String, Publication> bySubject(Publications room, Set<String> subjects) {
        try (var now = room.find(subjects)) {
            return now.collect(Collectors.toMap(Publication::subject, Function.identity()));
        }
    }

    List<byte[]> manifests(long from, long until) {
        return entries.between(from, until).stream()
                .map(Entries.Stored::manifest)
                .toList();
    }
}
