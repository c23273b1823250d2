package cn.lianxin.platform.index;

import cn.lianxin.platform.text.Grams;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.apache.lucene.search.PhraseQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;

/** How closely a text has to fit: what fits closer comes first. */
public enum Tier {
    /** All words in a row. */
    PHRASE,
    /** Every word somewhere. */
    ALL,
    /** A part of a word somewhere: for a wrong character, another order, a word too many. */
    ANY;

    private static final float TITLE = 3;
    private static final int THREE = 3;
    private static final int FIVE = 5;

    /** Which of them can find anything that the ones before do not. Without words everything fits. */
    static List<Tier> of(SoughtWords words) {
        if (words.isEmpty()) {
            return List.of(ALL);
        }
        var tiers = new ArrayList<>(List.of(PHRASE));
        if (words.words().size() > 1) {
            tiers.add(ALL);
        }
        if (words.pieces().size() > 1) {
            tiers.add(ANY);
        }
        return tiers;
    }

    Query query(SoughtWords words) {
        if (words.isEmpty()) {
            return MatchAllDocsQuery.INSTANCE;
        }
        return switch (this) {
            case PHRASE -> withTitle(words.inARow());
            case ALL -> {
                var all = new BooleanQuery.Builder();
                words.words().forEach(word -> all.add(withTitle(word), Occur.MUST));
                yield all.build();
            }
            case ANY -> parts(words);
        };
    }

    private static Query withTitle(String word) {
        return new BooleanQuery.Builder()
                .add(inARow(word, Fields.PAIRS, Fields.CHARACTERS), Occur.MUST)
                .add(new BoostQuery(inARow(word, Fields.TITLE_PAIRS, Fields.TITLE_CHARACTERS), TITLE), Occur.SHOULD)
                .build();
    }

    private static Query inARow(String word, String pairs, String characters) {
        var stretches = Grams.stretches(word);
        if (stretches.size() == 1 && isOne(stretches.getFirst())) {
            return new TermQuery(new Term(characters, stretches.getFirst()));
        }
        var phrase = new PhraseQuery.Builder();
        var place = 0;
        for (var stretch : stretches) {
            if (isOne(stretch)) {
                place += 2;
                continue;
            }
            for (var at = 0;
                    stretch.offsetByCodePoints(at, 1) < stretch.length();
                    at = stretch.offsetByCodePoints(at, 1)) {
                phrase.add(new Term(pairs, stretch.substring(at, stretch.offsetByCodePoints(at, 2))), place++);
            }
            place++;
        }
        var row = phrase.build();
        var both = new BooleanQuery.Builder();
        if (row.getTerms().length > 0) {
            both.add(row, Occur.MUST);
        }
        stretches.stream()
                .filter(Tier::isOne)
                .forEach(one -> both.add(new TermQuery(new Term(characters, one)), Occur.MUST));
        return both.build();
    }

    /** Some of the pairs of neighbours; the more, the longer the rows of them and the more of them in the title, the better. */
    private static Query parts(SoughtWords words) {
        var pieces = words.pieces();
        var some = new BooleanQuery.Builder().setMinimumNumberShouldMatch(Math.max(1, pieces.size() * 2 / FIVE));
        pieces.forEach(piece -> some.add(term(isOne(piece) ? Fields.CHARACTERS : Fields.PAIRS, piece), Occur.SHOULD));
        var parts = new BooleanQuery.Builder().add(some.build(), Occur.MUST);
        pieces.stream()
                .filter(piece -> !isOne(piece))
                .forEach(pair -> parts.add(term(Fields.TITLE_PAIRS, pair), Occur.SHOULD));
        threesInARow(words).forEach(three -> parts.add(inARow(three, Fields.PAIRS, Fields.CHARACTERS), Occur.SHOULD));
        return parts.build();
    }

    /** What is left of a row around a wrong character: the longer it is, the more of these it has. */
    private static List<String> threesInARow(SoughtWords words) {
        var threes = new ArrayList<String>();
        for (var word : words.words()) {
            for (var stretch : Grams.stretches(word)) {
                var characters = stretch.codePoints().toArray();
                for (var at = 0; at + THREE <= characters.length; at++) {
                    threes.add(new String(characters, at, THREE));
                }
            }
        }
        return threes;
    }

    private static Query term(String field, String text) {
        return new TermQuery(new Term(field, text));
    }

    private static boolean isOne(String stretch) {
        return stretch.codePointCount(0, stretch.length()) == 1;
    }
}
