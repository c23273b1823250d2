package cn.lianxin.search;

import cn.lianxin.newsroom.SeekingArticles;
import cn.lianxin.platform.index.Asked;
import cn.lianxin.platform.index.Hit;
import cn.lianxin.platform.index.Place;
import cn.lianxin.platform.index.SoughtWords;
import cn.lianxin.platform.index.TextIndex;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Finds what is public in the paper, for anybody. What was taken down since the index saw it is not shown. */
@Component
class FindingArticles {

    private final LiveIndex live;
    private final SeekingArticles articles;

    FindingArticles(LiveIndex live, SeekingArticles articles) {
        this.live = live;
        this.articles = articles;
    }

    /** @param after where the page before ended; what is no place begins at the beginning */
    FoundArticles find(String typed, String after, int most) {
        var words = SoughtWords.of(typed);
        if (words.isEmpty()) {
            return FoundArticles.NOTHING;
        }
        return live.current()
                .map(index -> page(index, words, Place.parse(after), most))
                .orElse(new FoundArticles(true, List.of(), Optional.empty()));
    }

    private FoundArticles page(TextIndex index, SoughtWords words, Optional<Place> after, int most) {
        var hits = hits(index, words, after, most + 1);
        var shown = hits.subList(0, Math.min(most, hits.size()));
        var published = articles.published(shown.stream().map(Hit::id).toList());
        return new FoundArticles(
                false,
                shown.stream()
                        .flatMap(hit -> Stream.ofNullable(published.get(hit.id())))
                        .map(article -> ArticleLine.of(article, words))
                        .toList(),
                hits.size() > most ? Optional.of(shown.getLast().place().toString()) : Optional.empty());
    }

    private static List<Hit> hits(TextIndex index, SoughtWords words, Optional<Place> after, int most) {
        var asked = new Asked(
                words, Optional.of(List.of(ArticleTexts.KEY)), List.of(), Optional.empty(), Optional.empty(), false);
        try {
            return index.find(asked, after, most);
        } catch (IOException problem) {
            throw new UncheckedIOException(problem);
        }
    }
}
