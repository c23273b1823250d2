package cn.lianxin.newsroom;

import cn.lianxin.kernel.Refusal;
import cn.lianxin.newsroom.ArticleWatch.Part;
import cn.lianxin.newsroom.ArticleWatch.Sentence;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** All that watch over an article; where nobody does, nothing stands in its way. */
@Component
class Watches {

    private final ObjectProvider<ArticleWatch> watches;
    private final MessageSource messages;

    Watches(ObjectProvider<ArticleWatch> watches, MessageSource messages) {
        this.watches = watches;
        this.messages = messages;
    }

    List<Part> parts(long article) {
        return watches.orderedStream()
                .flatMap(one -> one.part(article).stream())
                .toList();
    }

    /** Refuses {@code news-watched}. */
    void mustLetOut(long article) {
        if (!missing(article).isEmpty()) {
            throw new Refusal.Conflict("news-watched");
        }
    }

    /** Why it does not come out at its time, as its course keeps it. */
    Optional<String> holdsUp(long article) {
        var missing = missing(article);
        return missing.isEmpty()
                ? Optional.empty()
                : Optional.of(missing.stream()
                        .map(one ->
                                messages.getMessage(one.key(), one.arguments().toArray(), Locale.SIMPLIFIED_CHINESE))
                        .collect(Collectors.joining("；")));
    }

    private List<Sentence> missing(long article) {
        return watches.orderedStream()
                .flatMap(one -> one.atPublication(article).stream())
                .toList();
    }
}
