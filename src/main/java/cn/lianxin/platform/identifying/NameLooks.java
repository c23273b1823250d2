package cn.lianxin.platform.identifying;

import com.hankcs.hanlp.corpus.tag.NR;
import com.hankcs.hanlp.dictionary.nr.PersonDictionary;

/** The signs of a name: a surname here, what given names are made of behind it, and who speaks of whom before and behind. */
final class NameLooks {

    private final String text;
    private final Cut cut;
    private final int[] classes;
    private final int[] surname;
    private final int[] first;
    private final int[] last;
    private final int[] only;
    private final int[] role;

    NameLooks(Form form, Cut cut, int[] classes) {
        text = form.text;
        this.cut = cut;
        this.classes = classes;
        var length = text.length();
        surname = new int[length];
        first = new int[length];
        last = new int[length];
        only = new int[length];
        role = new int[length];
        for (var at = 0; at < length; at++) {
            surname[at] = surname(at);
            var item = PersonDictionary.dictionary.get(text.substring(at, at + 1));
            var times = new int[4];
            var roles = new NR[] {NR.B, NR.C, NR.D, NR.E};
            for (var which = 0; item != null && which < roles.length; which++) {
                times[which] = item.containsLabel(roles[which]) ? item.getFrequency(roles[which]) : 0;
                role[at] = 5 * role[at] + finer(times[which]);
            }
            first[at] = coarse(times[1]);
            last[at] = coarse(times[2]);
            only[at] = coarse(times[3]);
        }
    }

    private int surname(int at) {
        return switch (Surnames.lengthAt(text, at)) {
            case 0 -> 0;
            case 1 -> Names.isTop(text.charAt(at)) ? 1 : Surnames.isCommon(text.charAt(at)) ? 2 : 3;
            default -> 4;
        };
    }

    private static int coarse(int times) {
        return times == 0 ? 0 : times < 10 ? 1 : times < 100 ? 2 : 3;
    }

    private static int finer(int times) {
        return times == 0 ? 0 : times < 5 ? 1 : times < 30 ? 2 : times < 150 ? 3 : 4;
    }

    void at(int at, Signs signs) {
        int here = surname[at];
        int before = Spans.at(surname, at - 1);
        int second = Spans.at(surname, at - 2);
        int place = cut.place[at];
        char next = Looks.character(text, at + 1);
        char further = Looks.character(text, at + 2);
        char third = Looks.character(text, at + 3);
        int two = Spans.at(first, at + 1) * 16 + Spans.at(last, at + 2) * 4 + Spans.at(only, at + 1);
        signs.add(100, here);
        signs.add(101, before, here);
        signs.add(102, second, before, here);
        signs.add(103, role[at]);
        signs.add(104, Spans.at(role, at - 1));
        signs.add(105, Spans.at(role, at + 1));
        signs.add(106, Spans.at(role, at + 2));
        signs.add(107, here, two);
        signs.add(108, here, two, Spans.at(classes, at + 3), place);
        signs.add(109, before, first[at], Spans.at(last, at + 1), only[at]);
        signs.add(110, second, Spans.at(first, at - 1), last[at]);
        signs.add(
                111,
                here,
                place,
                Spans.at(cut.place, at + 1),
                Spans.at(cut.place, at + 2),
                Spans.at(cut.place, at + 3));
        signs.add(112, here, next, further);
        signs.add(113, before, text.charAt(at), next);
        signs.add(114, here, Looks.character(text, at - 1));
        signs.add(115, here, cut.wordBefore[at], place);
        signs.add(116, here, further);
        signs.add(117, here, third);
        signs.add(118, here, Spans.at(surname, at + 1), third, Looks.character(text, at + 4));
        signs.add(119, before, next);
        signs.add(120, second, next);
        signs.add(121, second, next, further);
        signs.add(122, before, next, further);
        var known = (Glossary.begins(text, at) ? 1 : 0) + (Glossary.endsBefore(text, at + 1) ? 2 : 0);
        signs.add(123, known);
        signs.add(124, known & 1, here);
        signs.add(125, cut.person[at]);
        signs.add(126, Spans.at(cut.person, at - 1), cut.person[at]);
        signs.add(127, cut.person[at], Spans.at(cut.person, at + 1));
        newspapers(at, signs, two);
        possible(at, signs, two);
    }

    private void newspapers(int at, Signs signs, int two) {
        int here = surname[at];
        int place = cut.place[at];
        int leads = cut.leads[at];
        int behindTwo = cut.follows[Math.min(text.length(), at + 2)];
        int behindThree = cut.follows[Math.min(text.length(), at + 3)];
        int behind = cut.follows[at + 1];
        var usual = cut.usual;
        signs.add(130, leads, here);
        signs.add(131, here, behindTwo);
        signs.add(132, here, behindThree);
        signs.add(133, here, leads, behindTwo, Spans.at(only, at + 1), place);
        signs.add(134, here, leads, behindThree, two / 4);
        signs.add(135, usual[at], Spans.at(usual, at + 1), Spans.at(usual, at + 2), Spans.at(usual, at + 3));
        signs.add(136, here, usual[at], Spans.at(usual, at + 2), place);
        signs.add(137, here, usual[at], Spans.at(usual, at + 3), place);
        signs.add(138, place, behind);
        signs.add(139, cut.follows[at], place, Spans.at(cut.place, at - 1));
        signs.add(140, Spans.at(surname, at - 1), cut.leads[Math.max(0, at - 1)], behind, place);
        signs.add(141, Spans.at(surname, at - 2), cut.leads[Math.max(0, at - 2)], behind);
        signs.add(142, cut.follows[at], Spans.at(surname, at - 2));
    }

    private void possible(int at, Signs signs, int two) {
        int here = surname[at];
        int behindTwo = Math.min(text.length(), at + 2);
        int behindThree = Math.min(text.length(), at + 3);
        int he = (later(at, "他") || later(at, "她") ? 1 : 0) + (cut.again[at] > 0 ? 2 : 0);
        signs.add(150, here, cut.couldBe[behindTwo]);
        signs.add(151, here, cut.couldBe[behindThree]);
        signs.add(152, here, cut.could[behindTwo]);
        signs.add(153, here, cut.could[behindThree]);
        signs.add(154, here, cut.two[at], cut.couldBe[behindTwo]);
        signs.add(155, here, cut.three[at], cut.couldBe[behindThree]);
        signs.add(156, here, cut.two[at], cut.three[at], two);
        signs.add(157, here, cut.ended[at]);
        signs.add(158, here, cut.ended[at], cut.two[at], cut.couldBe[behindTwo]);
        signs.add(159, here, cut.ended[at], cut.couldBe[behindThree], two / 4);
        signs.add(160, here, he);
        signs.add(161, here, he, cut.two[at]);
        signs.add(162, Spans.at(surname, at - 1), cut.couldBe[at + 1], cut.ended[Math.max(0, at - 1)]);
        signs.add(163, Spans.at(surname, at - 2), cut.couldBe[at + 1], cut.ended[Math.max(0, at - 2)]);
        signs.add(164, Spans.at(surname, at - 1), cut.could[at + 1]);
        signs.add(165, Spans.at(surname, at - 2), cut.could[at + 1]);
    }

    private boolean later(int at, String word) {
        return text.indexOf(word, at) >= 0;
    }
}
