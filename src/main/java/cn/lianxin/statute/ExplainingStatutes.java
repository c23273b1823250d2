package cn.lianxin.statute;

import cn.lianxin.kernel.Actor;
import cn.lianxin.kernel.Refusal;
import cn.lianxin.newsroom.WatchedArticles;
import cn.lianxin.platform.text.PlainText;
import java.time.Clock;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Editors say which clauses an article explains, and look again when the law has changed. */
@Component
class ExplainingStatutes {

    private static final int MOST = 10;

    private final Statutes statutes;
    private final WatchedArticles articles;
    private final Clock clock;

    ExplainingStatutes(Statutes statutes, WatchedArticles articles, Clock clock) {
        this.statutes = statutes;
        this.articles = articles;
        this.clock = clock;
    }

    /** Of the newest version. Refuses {@code statute-clause} where it has none such. */
    @Transactional
    void link(long article, String law, String clause, Actor.Member by) {
        articles.forEditor(article, by);
        if (statutes.of(article).size() >= MOST) {
            throw new Refusal.Violation("clause", "statute-many", MOST);
        }
        if (!statutes.link(article, PlainText.line(law), PlainText.line(clause), by.person(), clock.instant())) {
            throw new Refusal.Violation("clause", "statute-clause");
        }
    }

    @Transactional
    void unlink(long article, long link, Actor.Member by) {
        articles.forEditor(article, by);
        statutes.unlink(link, article);
    }

    /** It still is right beside the newest version; readers go on seeing which one it explains. */
    @Transactional
    void stillRight(long article, long link, Actor.Member by) {
        articles.forEditor(article, by);
        statutes.stillRight(link, article);
    }
}
