package cn.lianxin.exemplar;

import cn.lianxin.disclosure.NoticePeriods.Period;
import cn.lianxin.exemplar.Exemplar.Decision;
import cn.lianxin.exemplar.Exemplar.Subject;
import cn.lianxin.kernel.Actor;
import cn.lianxin.kernel.Refusal;
import cn.lianxin.newsroom.ArticleWatch.Sentence;
import cn.lianxin.newsroom.WatchedArticles;
import cn.lianxin.newsroom.WatchedArticles.Piece;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What editors see of an article about exemplars, and what each of those who are held up sees of it. */
@Component
class ExemplarPages {

    /**
     * For its editors.
     *
     * @param exemplar empty where nobody is named yet
     * @param decides whether it is his to decide what follows from objections that were found right
     */
    record Keeping(
            Piece piece,
            Optional<Exemplar> exemplar,
            List<Sentence> missing,
            Optional<Period> period,
            List<Decision> decisions,
            boolean decides) {
        String address() {
            return "/exemplars/" + piece.id();
        }

        /** The notice, where objections to it were found right and nobody has decided. */
        Optional<Period> undecided() {
            return period.filter(one ->
                            one.upheld() > exemplar.map(Exemplar::decided).orElse(0L))
                    .filter(_ -> !subjects().isEmpty());
        }

        List<Subject> subjects() {
            return exemplar.map(Exemplar::subjects).orElse(List.of());
        }
    }

    /** For one of those who are held up: the words of the article, and what he said. */
    record Own(Piece piece, Subject subject) {
        String address() {
            return "/exemplars/" + piece.id();
        }

        /** Without the marks of the text. */
        List<String> paragraphs() {
            return piece.text()
                    .lines()
                    .filter(line -> !line.isBlank())
                    .map(line -> line.replaceFirst("^[#>] ", ""))
                    .toList();
        }
    }

    private final Exemplars exemplars;
    private final WatchedArticles articles;
    private final Holding holding;

    ExemplarPages(Exemplars exemplars, WatchedArticles articles, Holding holding) {
        this.exemplars = exemplars;
        this.articles = articles;
        this.holding = holding;
    }

    /** NotFound for whoever is not an editor of it. */
    @Transactional(readOnly = true)
    Keeping keeping(long article, Actor.Member by) {
        var piece = articles.forEditor(article, by);
        var exemplar = exemplars.find(article);
        return new Keeping(
                piece,
                exemplar,
                exemplar.map(holding::missing).orElse(List.of()),
                exemplar.flatMap(holding::period),
                exemplars.decisions(article),
                exemplar.filter(one -> DecidingExemplars.decides(piece, one, by))
                        .isPresent());
    }

    @Transactional(readOnly = true)
    Optional<Own> own(long article, Actor.Member by) {
        return exemplars
                .find(article)
                .flatMap(exemplar -> exemplar.of(by.person()))
                .map(subject -> new Own(articles.get(article), subject));
    }

    /** All in which he is named, the newest first. */
    @Transactional(readOnly = true)
    List<Own> own(Actor.Member by) {
        return exemplars.of(by.person()).stream()
                .flatMap(article -> own(article, by).stream())
                .toList();
    }

    /** Whether he is one of its editors. */
    @Transactional(readOnly = true)
    boolean keeps(long article, Actor.Member by) {
        try {
            articles.forEditor(article, by);
            return true;
        } catch (Refusal.NotFound notHis) {
            return false;
        }
    }
}
