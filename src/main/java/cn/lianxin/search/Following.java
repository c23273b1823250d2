package cn.lianxin.search;

import cn.lianxin.concern.SeekingConcerns;
import cn.lianxin.concern.SoughtConcern;
import cn.lianxin.platform.index.TextIndex;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Brings the index to where the database is. It has read everything that was written before the oldest transaction that was
 * open at the time, and asks for the rest again; what it has put already of the rest it knows. One at a time.
 */
@Component
class Following {

    private static final int AT_ONCE = 500;
    private static final String ORIGIN = "origin";
    private static final String SETTLED = "settled";
    private static final long NOTHING = -1;

    private final SeekingConcerns concerns;
    private final Origin origin;

    private Map<Long, Long> unsettled = new HashMap<>();
    private long settled = NOTHING;
    private String from = "";
    private boolean erased;

    Following(SeekingConcerns concerns, Origin origin) {
        this.concerns = concerns;
        this.origin = origin;
    }

    /** Goes on where this index was left; from the beginning where it is of another database, or ahead of this one. */
    void begin(TextIndex index) throws IOException {
        var note = index.note();
        from = origin.name();
        settled = Long.parseLong(note.getOrDefault(SETTLED, String.valueOf(NOTHING)));
        unsettled = new HashMap<>();
        if (!from.equals(note.get(ORIGIN)) || settled > concerns.settledUntil()) {
            index.clear();
            settled = NOTHING;
            concerns.writeAnewWhatCameFromElsewhere();
        }
    }

    /** @return whether there was anything new */
    boolean catchUp(TextIndex index) throws IOException {
        var horizon = concerns.settledUntil();
        var last = new Last(settled, NOTHING);
        var again = new HashMap<Long, Long>();
        var anything = false;
        for (List<SoughtConcern> read = after(last); !read.isEmpty(); read = after(last)) {
            var fresh = read.stream().filter(this::isNew).toList();
            anything |= !fresh.isEmpty();
            put(fresh, index);
            for (var one : read) {
                if (one.writtenIn() >= horizon) {
                    again.put(one.id(), one.writtenIn());
                }
            }
            last = new Last(read.getLast().writtenIn(), read.getLast().id());
        }
        if (anything) {
            index.refresh();
        }
        settled = horizon;
        unsettled = again;
        return anything;
    }

    void keep(TextIndex index) throws IOException {
        index.keep(Map.of(ORIGIN, from, SETTLED, String.valueOf(settled)));
    }

    /** Whether words were taken out since it was asked last. */
    boolean hasErased() {
        var answer = erased;
        erased = false;
        return answer;
    }

    private record Last(long transaction, long id) {}

    private List<SoughtConcern> after(Last last) {
        return concerns.writtenAfter(Math.max(0, last.transaction()), last.id(), AT_ONCE);
    }

    private boolean isNew(SoughtConcern concern) {
        @Nullable Long known = unsettled.get(concern.id());
        return known == null || known != concern.writtenIn();
    }

    private void put(List<SoughtConcern> fresh, TextIndex index) throws IOException {
        var texts = fresh.stream().map(ConcernTexts::of).toList();
        erased |= texts.stream().anyMatch(text -> text.isEmpty());
        index.put(texts);
    }
}
