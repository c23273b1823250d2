package cn.lianxin.statute;

import cn.lianxin.newsroom.ArticleWatch;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Says beside an article which clauses it explains and whether the law has changed since; nothing is held. */
@Component
class StatuteWatch implements ArticleWatch {

    private final Statutes statutes;

    StatuteWatch(Statutes statutes) {
        this.statutes = statutes;
    }

    @Override
    public Optional<Part> part(long article) {
        var explained = statutes.of(article);
        var unchecked = explained.stream().filter(Explained::unchecked).count();
        return Optional.of(new Part(
                "statute.part",
                "/statutes/articles/" + article,
                unchecked > 0
                        ? new Sentence("statute.part.unchecked", List.of(Long.toString(unchecked)))
                        : explained.isEmpty()
                                ? new Sentence("statute.part.none", List.of())
                                : new Sentence("statute.part.linked", List.of(Integer.toString(explained.size()))),
                List.of()));
    }

    @Override
    public List<Sentence> atPublication(long article) {
        return List.of();
    }
}
