package cn.lianxin.platform.index;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.apache.lucene.document.LongField;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.ReaderUtil;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.FieldDoc;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.Sort;
import org.apache.lucene.search.SortField;
import org.apache.lucene.search.SortedNumericSelector;
import org.apache.lucene.search.TermInSetQuery;
import org.apache.lucene.search.TopFieldCollectorManager;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;

/** One tier of what is asked. */
record Search(Asked asked, Tier tier, Optional<Place> after) {

    private static final SortField NEWEST = LongField.newSortField(Fields.AT, true, SortedNumericSelector.Type.MAX);
    private static final SortField BY_ID = new SortField(Fields.ID, SortField.Type.LONG, true);
    private static final Sort BEST = new Sort(SortField.FIELD_SCORE, NEWEST, BY_ID);
    private static final Sort LATEST = new Sort(NEWEST, BY_ID);

    /** Behind everything that is equal to it. */
    private static final int NO_DOCUMENT = Integer.MAX_VALUE;

    List<Hit> run(IndexSearcher searcher, int most) throws IOException {
        var manager = new TopFieldCollectorManager(asked.newest() ? LATEST : BEST, most, start(), most);
        var hits = new ArrayList<Hit>();
        for (var one : searcher.search(query(), manager).scoreDocs) {
            hits.add(hit(searcher.getIndexReader(), one));
        }
        return hits;
    }

    private Query query() {
        var query = new BooleanQuery.Builder().add(tier.query(asked.words()), Occur.MUST);
        for (var closer : Tier.of(asked.words())) {
            if (closer.compareTo(tier) < 0) {
                query.add(closer.query(asked.words()), Occur.MUST_NOT);
            }
        }
        asked.keys().ifPresent(keys -> query.add(oneOf(Fields.KEY, keys), Occur.FILTER));
        asked.facts().forEach(facts -> query.add(oneOf(Fields.FACT, facts), Occur.FILTER));
        if (asked.from().isPresent() || asked.until().isPresent()) {
            var from = asked.from().map(moment -> moment.toEpochMilli()).orElse(Long.MIN_VALUE);
            var until = asked.until().map(moment -> moment.toEpochMilli() - 1).orElse(Long.MAX_VALUE);
            query.add(LongField.newRangeQuery(Fields.AT, from, until), Occur.FILTER);
        }
        return query.build();
    }

    private static Query oneOf(String field, Collection<String> terms) {
        return new TermInSetQuery(field, terms.stream().map(BytesRef::new).toList());
    }

    private @Nullable FieldDoc start() {
        return after.map(place -> new FieldDoc(
                        NO_DOCUMENT,
                        place.score(),
                        asked.newest()
                                ? new Object[] {place.at(), place.id()}
                                : new Object[] {place.score(), place.at(), place.id()}))
                .orElse(null);
    }

    private Hit hit(IndexReader reader, ScoreDoc found) throws IOException {
        var leaf = reader.leaves().get(ReaderUtil.subIndex(found.doc, reader.leaves()));
        var document = found.doc - leaf.docBase;
        var kinds = DocValues.getSorted(leaf.reader(), Fields.KIND);
        kinds.advanceExact(document);
        var fields = ((FieldDoc) found).fields;
        var best = !asked.newest();
        var score = best ? (Float) fields[0] : 0f;
        return new Hit(
                kinds.lookupOrd(kinds.ordValue()).utf8ToString(),
                new Place(tier, score, (Long) fields[best ? 1 : 0], (Long) fields[best ? 2 : 1]));
    }
}
