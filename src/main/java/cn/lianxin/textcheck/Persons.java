package cn.lianxin.textcheck;

import cn.lianxin.platform.text.Grams;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** People whose names, titles and order are written exactly so. */
final class Persons {

    private static final int SHORTEST_FUZZY = 3;
    private static final List<String> ONCE = List.of("原", "前", "前任", "时任", "曾任", "原任");

    private record Person(Term term, String name, List<String> titles) {}

    /** A row of titles that ends where a name begins. */
    private record Titles(int from, List<String> titles) {}

    private final List<Person> persons;
    /** Of all of them, the longest first. */
    private final List<String> titles;

    private final List<Orders.Named> ranks;

    Persons(List<Term> terms) {
        this.persons = terms.stream()
                .map(term -> new Person(
                        term,
                        term.normal(),
                        term.titles().stream().map(Grams::normal).toList()))
                .toList();
        this.titles = persons.stream()
                .flatMap(person -> person.titles.stream())
                .distinct()
                .sorted(Comparator.comparingInt(String::length).reversed())
                .toList();
        this.ranks = terms.stream()
                .map(term -> new Orders.Named(term.normal(), term.words(), term.place()))
                .toList();
    }

    List<Finding> in(Passage passage) {
        var found = new ArrayList<Finding>(Orders.in(passage, ranks, Level.CONFIRM));
        persons.forEach(person -> {
            titled(passage, person, found);
            misnamed(passage, person, found);
        });
        return found;
    }

    private void titled(Passage passage, Person person, List<Finding> found) {
        var text = passage.tight;
        for (var at = text.indexOf(person.name); at >= 0; at = text.indexOf(person.name, at + 1)) {
            var before = before(text, at);
            if (!before.titles.isEmpty() && !isRight(before.titles, person.titles)) {
                found.add(passage.tightly(
                        Flaw.TITLE,
                        person.term.level(),
                        before.from,
                        at + person.name.length(),
                        String.join("、", person.term.titles()) + person.term.words()));
            }
        }
    }

    /** All are his, and in their order. */
    private static boolean isRight(List<String> written, List<String> his) {
        var places = written.stream().map(his::indexOf).toList();
        return !places.contains(-1) && places.stream().sorted().toList().equals(places);
    }

    private Titles before(String text, int name) {
        var row = new ArrayList<String>();
        var from = name;
        for (var title = endingAt(text, from); !title.isEmpty(); title = endingAt(text, from)) {
            row.addFirst(title);
            from -= title.length();
            if (from > 0
                    && text.charAt(from - 1) == '、'
                    && !endingAt(text, from - 1).isEmpty()) {
                from--;
            } else {
                break;
            }
        }
        var begin = from;
        return ONCE.stream().anyMatch(once -> text.startsWith(once, begin - once.length()))
                ? new Titles(name, List.of())
                : new Titles(from, row);
    }

    /** With 副 before it, if there is one: that is another title. */
    private String endingAt(String text, int end) {
        for (var title : titles) {
            var from = end - title.length();
            if (from >= 0 && text.startsWith(title, from)) {
                return from > 0 && text.charAt(from - 1) == '副' ? '副' + title : title;
            }
        }
        return "";
    }

    /** Behind a title that is his alone stands nearly his name. */
    private void misnamed(Passage passage, Person person, List<Finding> found) {
        var text = passage.tight;
        var length = person.name.length();
        if (length < SHORTEST_FUZZY) {
            return;
        }
        for (var title : person.titles) {
            if (persons.stream().filter(other -> other.titles.contains(title)).count() > 1) {
                continue;
            }
            for (var at = text.indexOf(title); at >= 0; at = text.indexOf(title, at + 1)) {
                var from = at + title.length();
                if (from + length <= text.length() && (at == 0 || text.charAt(at - 1) != '副')) {
                    var stands = text.substring(from, from + length);
                    if (isSlip(person.name, stands)
                            && persons.stream().noneMatch(other -> text.startsWith(other.name, from))) {
                        found.add(passage.tightly(
                                Flaw.NAME, person.term.level(), from, from + length, person.term.words()));
                    }
                }
            }
        }
    }

    /** One character is another one, or two have changed places. */
    private static boolean isSlip(String name, String stands) {
        var differing = 0;
        for (var at = 0; at < name.length(); at++) {
            differing += name.charAt(at) == stands.charAt(at) ? 0 : 1;
        }
        return differing == 1
                || differing == 2
                        && name.chars()
                                .sorted()
                                .boxed()
                                .toList()
                                .equals(stands.chars().sorted().boxed().toList());
    }
}
