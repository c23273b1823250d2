package cn.lianxin.textcheck;

import java.util.List;

/** Entries of the list for tests. */
final class Trial {

    private Trial() {}

    static Term word(String words, Level level, String... exceptions) {
        return new Term(0, Term.Kind.WORD, words, level, "", List.of(exceptions), List.of(), 0);
    }

    static Term name(String words) {
        return new Term(0, Term.Kind.NAME, words, Level.CONFIRM, "", List.of(), List.of(), 0);
    }

    static Term person(String name, int place, String... titles) {
        return new Term(0, Term.Kind.PERSON, name, Level.CONFIRM, "", List.of(), List.of(titles), place);
    }
}
