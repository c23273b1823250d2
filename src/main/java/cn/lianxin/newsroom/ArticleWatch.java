package cn.lianxin.newsroom;

import java.util.List;
import java.util.Optional;

/**
 * A room that knows what still has to happen before an article comes out. What it holds by {@link WatchedArticles#hold} the database
 * holds too, whoever writes.
 */
public interface ArticleWatch {

    /**
     * What it shows beside an article.
     *
     * @param heading key of the words for the room's own page about it
     * @param state how it stands, in one sentence
     * @param missing nothing where it does not stand in the way
     */
    record Part(String heading, String address, Sentence state, List<Sentence> missing) {}

    /** By its key, with its arguments in words. */
    record Sentence(String key, List<String> arguments) {}

    /** For those who handle the article. */
    Optional<Part> part(long article);

    /** At the moment in which it is to come out or to be given a time; what nothing is missing of any more is let go of. */
    List<Sentence> atPublication(long article);
}
