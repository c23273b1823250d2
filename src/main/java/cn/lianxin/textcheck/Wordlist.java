package cn.lianxin.textcheck;

import cn.lianxin.platform.text.Grams;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The list as it stands at one moment; it finds what texts hold of it. */
final class Wordlist {

    /** @param word in the form in which texts are compared */
    private record Entry(String word, Term term, List<String> exceptions) {}

    private final long version;
    private final List<Term> terms;
    private final Map<Character, List<Entry>> words = new HashMap<>();
    private final ProtectedNames names;
    private final Persons persons;
    private final Orders orders;

    Wordlist(long version, List<Term> terms) {
        this.version = version;
        this.terms = List.copyOf(terms);
        of(Term.Kind.WORD).forEach(term -> {
            var normal = term.normal();
            var exceptions = term.exceptions().stream().map(Grams::normal).toList();
            words.computeIfAbsent(normal.charAt(0), _ -> new ArrayList<>()).add(new Entry(normal, term, exceptions));
        });
        this.names = new ProtectedNames(of(Term.Kind.NAME));
        this.persons = new Persons(of(Term.Kind.PERSON));
        this.orders = new Orders(of(Term.Kind.ORDER));
    }

    long version() {
        return version;
    }

    private List<Term> of(Term.Kind kind) {
        return terms.stream().filter(term -> term.kind() == kind).toList();
    }

    List<Finding> in(Passage passage) {
        var found = new ArrayList<Finding>();
        for (var at = 0; at < passage.tight.length(); at++) {
            for (var entry : words.getOrDefault(passage.tight.charAt(at), List.of())) {
                if (passage.tight.startsWith(entry.word, at) && means(entry, passage, at)) {
                    found.add(passage.tightly(
                            Flaw.WORD, entry.term.level(), at, at + entry.word.length(), entry.term.advice()));
                }
            }
        }
        found.addAll(names.in(passage));
        found.addAll(persons.in(passage));
        found.addAll(orders.in(passage));
        return found;
    }

    private static boolean means(Entry entry, Passage passage, int at) {
        for (var exception : entry.exceptions) {
            for (var inside = exception.indexOf(entry.word);
                    inside >= 0;
                    inside = exception.indexOf(entry.word, inside + 1)) {
                if (at >= inside && passage.tight.startsWith(exception, at - inside)) {
                    return false;
                }
            }
        }
        return passage.isOfWholeWords(at, at + entry.word.length());
    }
}
