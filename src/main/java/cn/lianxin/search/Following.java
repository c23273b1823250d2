package cn.lianxin.search;

import cn.lianxin.concern.SeekingConcerns;
import cn.lianxin.concern.SoughtConcern;
import cn.lianxin.platform.database.ReadingAlong;
import cn.lianxin.platform.index.TextIndex;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Brings the index to where the database is, and remembers beside it how far that was. One at a time. */
@Component
class Following {

    private static final String ORIGIN = "origin";
    private static final String SETTLED = "settled";

    private final SeekingConcerns concerns;
    private final Origin origin;

    private ReadingAlong<SoughtConcern> along;
    private String from = "";
    private boolean erased;

    Following(SeekingConcerns concerns, Origin origin) {
        this.concerns = concerns;
        this.origin = origin;
        this.along = new ReadingAlong<>(concerns, ReadingAlong.NOTHING);
    }

    /** Goes on where this index was left; from the beginning where it is of another database, or ahead of this one. */
    void begin(TextIndex index) throws IOException {
        var note = index.note();
        from = origin.name();
        var settled = Long.parseLong(note.getOrDefault(SETTLED, String.valueOf(ReadingAlong.NOTHING)));
        if (!from.equals(note.get(ORIGIN)) || settled > concerns.settledUntil()) {
            index.clear();
            settled = ReadingAlong.NOTHING;
            concerns.writeAnewWhatCameFromElsewhere();
        }
        along = new ReadingAlong<>(concerns, settled);
    }

    /** @return whether there was anything new */
    boolean catchUp(TextIndex index) throws IOException {
        var anything = along.<IOException>catchUp(fresh -> put(fresh, index));
        if (anything) {
            index.refresh();
        }
        return anything;
    }

    void keep(TextIndex index) throws IOException {
        index.keep(Map.of(ORIGIN, from, SETTLED, String.valueOf(along.settled())));
    }

    /** Whether words were taken out since it was asked last. */
    boolean hasErased() {
        var answer = erased;
        erased = false;
        return answer;
    }

    private void put(List<SoughtConcern> fresh, TextIndex index) throws IOException {
        var texts = fresh.stream().map(ConcernTexts::of).toList();
        erased |= texts.stream().anyMatch(text -> text.isEmpty());
        index.put(texts);
    }
}
