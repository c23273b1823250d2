package cn.lianxin.platform.index;

import cn.lianxin.platform.text.Grams;
import java.util.List;
import java.util.stream.Stream;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.FieldType;
import org.apache.lucene.document.LongField;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.document.SortedDocValuesField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.index.IndexOptions;
import org.apache.lucene.index.Term;
import org.apache.lucene.util.BytesRef;

/** Under which names a text lies in the index. Nothing of it is stored there but its grams and whose it is. */
final class Fields {

    static final String CHARACTERS = "characters";
    static final String PAIRS = "pairs";
    static final String TITLE_CHARACTERS = "title-characters";
    static final String TITLE_PAIRS = "title-pairs";
    static final String KEY = "key";
    static final String FACT = "fact";
    static final String AT = "at";
    static final String KIND = "kind";
    static final String ID = "id";

    private static final String WHOLE = "whole";
    private static final FieldType WITHOUT_PLACES = type(IndexOptions.DOCS_AND_FREQS);
    private static final FieldType WITH_PLACES = type(IndexOptions.DOCS_AND_FREQS_AND_POSITIONS);

    private Fields() {}

    static Term whole(String kind, long id) {
        return new Term(WHOLE, kind + ":" + id);
    }

    static Document of(IndexedText text) {
        var title = Grams.stretches(text.title());
        var all = Stream.concat(title.stream(), Grams.stretches(text.text()).stream())
                .toList();
        var document = new Document();
        document.add(new StringField(WHOLE, whole(text.kind(), text.id()).text(), Field.Store.NO));
        document.add(grams(TITLE_CHARACTERS, title, false));
        document.add(grams(TITLE_PAIRS, title, true));
        document.add(grams(CHARACTERS, all, false));
        document.add(grams(PAIRS, all, true));
        text.keys().forEach(key -> document.add(new StringField(KEY, key, Field.Store.NO)));
        text.facts().forEach(fact -> document.add(new StringField(FACT, fact, Field.Store.NO)));
        document.add(new LongField(AT, text.at().toEpochMilli(), Field.Store.NO));
        document.add(new NumericDocValuesField(ID, text.id()));
        document.add(new SortedDocValuesField(KIND, new BytesRef(text.kind())));
        return document;
    }

    private static Field grams(String name, List<String> stretches, boolean pairs) {
        return new Field(name, new GramStream(stretches, pairs), pairs ? WITH_PLACES : WITHOUT_PLACES);
    }

    private static FieldType type(IndexOptions options) {
        var type = new FieldType();
        type.setTokenized(true);
        type.setIndexOptions(options);
        type.freeze();
        return type;
    }
}
