package cn.lianxin.search;

import cn.lianxin.newsroom.SoughtArticle;
import cn.lianxin.platform.index.IndexedText;
import java.util.List;

/** An article as the index holds it; without a word where it is not public any more. */
final class ArticleTexts {

    static final String KIND = "article";

    /** Lets everybody come near it, and nobody near a concern. */
    static final String KEY = "published";

    private ArticleTexts() {}

    static IndexedText of(SoughtArticle article) {
        return new IndexedText(
                KIND,
                article.id(),
                article.title(),
                article.text() + "\n" + article.around(),
                List.of(KEY),
                List.of("channel:" + article.channel()),
                article.firstAt());
    }
}
