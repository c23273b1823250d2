package cn.lianxin.search;

import cn.lianxin.concern.SeekingConcerns;
import cn.lianxin.concern.SoughtConcern;
import cn.lianxin.newsroom.SeekingArticles;
import cn.lianxin.newsroom.SoughtArticle;
import cn.lianxin.platform.database.ReadingAlong;
import cn.lianxin.platform.index.IndexedText;
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
    private static final String ARTICLES_SETTLED = "articles-settled";

    private final SeekingConcerns concerns;
    private final SeekingArticles articles;
    private final Origin origin;

    private ReadingAlong<SoughtConcern> along;
    private ReadingAlong<SoughtArticle> alongArticles;
    private String from = "";
    private boolean erased;

    Following(SeekingConcerns concerns, SeekingArticles articles, Origin origin) {
        this.concerns = concerns;
        this.articles = articles;
        this.origin = origin;
        this.along = new ReadingAlong<>(concerns, ReadingAlong.NOTHING);
        this.alongArticles = new ReadingAlong<>(articles, ReadingAlong.NOTHING);
    }

    /** Goes on where this index was left; from the beginning where it is of another database, or ahead of this one. */
    void begin(TextIndex index) throws IOException {
        var note = index.note();
        from = origin.name();
        var settled = settled(note, SETTLED);
        var articlesSettled = settled(note, ARTICLES_SETTLED);
        if (!from.equals(note.get(ORIGIN)) || Math.max(settled, articlesSettled) > concerns.settledUntil()) {
            index.clear();
            settled = ReadingAlong.NOTHING;
            articlesSettled = ReadingAlong.NOTHING;
            concerns.writeAnewWhatCameFromElsewhere();
            articles.writeAnewWhatCameFromElsewhere();
        }
        along = new ReadingAlong<>(concerns, settled);
        alongArticles = new ReadingAlong<>(articles, articlesSettled);
    }

    private static long settled(Map<String, String> note, String what) {
        return Long.parseLong(note.getOrDefault(what, String.valueOf(ReadingAlong.NOTHING)));
    }

    /** @return whether there was anything new */
    boolean catchUp(TextIndex index) throws IOException {
        var anything = along.<IOException>catchUp(
                fresh -> put(fresh.stream().map(ConcernTexts::of).toList(), index));
        anything |= alongArticles.<IOException>catchUp(
                fresh -> put(fresh.stream().map(ArticleTexts::of).toList(), index));
        if (anything) {
            index.refresh();
        }
        return anything;
    }

    void keep(TextIndex index) throws IOException {
        index.keep(Map.of(
                ORIGIN,
                from,
                SETTLED,
                String.valueOf(along.settled()),
                ARTICLES_SETTLED,
                String.valueOf(alongArticles.settled())));
    }

    /** Whether words were taken out since it was asked last. */
    boolean hasErased() {
        var answer = erased;
        erased = false;
        return answer;
    }

    private void put(List<IndexedText> texts, TextIndex index) throws IOException {
        erased |= texts.stream().anyMatch(IndexedText::isEmpty);
        index.put(texts);
    }
}
