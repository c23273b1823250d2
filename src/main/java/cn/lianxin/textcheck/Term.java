package cn.lianxin.textcheck;

import cn.lianxin.platform.text.Grams;
import java.util.List;

/**
 * An entry of the list.
 *
 * @param words the word, the name as it has to be written, or what is named in this order, with 、 between
 * @param advice what would be right, or why it stands here
 * @param exceptions in which it is meant otherwise
 * @param titles of a person, in their order
 * @param place of a person among those who are named together; less comes first
 */
record Term(
        long id,
        Kind kind,
        String words,
        Level level,
        String advice,
        List<String> exceptions,
        List<String> titles,
        int place) {

    /** What an entry is about. */
    enum Kind {
        WORD,
        /** Of an organization, a law, a formula. */
        NAME,
        PERSON,
        ORDER
    }

    Term {
        exceptions = List.copyOf(exceptions);
        titles = List.copyOf(titles);
    }

    String normal() {
        return Grams.normal(words);
    }
}
