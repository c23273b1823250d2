package cn.lianxin.platform.index;

import org.apache.lucene.index.IndexReader;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.SearcherFactory;
import org.apache.lucene.search.similarities.BM25Similarity;
import org.jspecify.annotations.Nullable;

/** Rarer words weigh more, and a long text counts for less, but not for as little as where it pays to be short. */
final class Ranking extends SearcherFactory {

    private static final float SATURATION = 1.2f;
    private static final float LENGTH = 0.4f;

    @Override
    public IndexSearcher newSearcher(IndexReader reader, @Nullable IndexReader previous) {
        var searcher = new IndexSearcher(reader);
        searcher.setSimilarity(new BM25Similarity(SATURATION, LENGTH));
        return searcher;
    }
}
