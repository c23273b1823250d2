package cn.lianxin.platform.identifying;

import java.util.regex.Pattern;

/** The signs of a text: its characters and words, and beside them those of names, of callings and of numbers. */
final class Looks {

    private static final String NUMERALS = "〇零一二三四五六七八九十百壹贰叁肆伍陆柒捌玖拾幺两洞拐勾";
    private static final Pattern HOME = Pattern.compile("公寓|宿舍|单身楼|家属|小区|单元|号楼|栋|住|房间|室|楼|排|院|新村|家园|苑|寝室|床");

    private final Form form;
    private final String text;
    private final Cut cut;
    private final Signs signs;
    private final int[] classes;

    private Looks(Form close) {
        form = close;
        text = close.text;
        cut = new Cut(text);
        signs = new Signs(text.length());
        classes = text.chars().map(Looks::classOf).toArray();
    }

    static Signs of(Form close) {
        return new Looks(close).all();
    }

    private Signs all() {
        var names = new NameLooks(form, cut, classes);
        var callings = new CallingLooks(form, cut);
        var numbers = new NumberLooks(form, cut, classes);
        var rules = Spans.of(form, Recognizer.apart(Names.in(form)));
        var sinceHome = Spans.since(text, HOME);
        var untilHome = Spans.until(text, HOME);
        for (var at = 0; at < text.length(); at++) {
            characters(at);
            words(at);
            names.at(at, signs);
            callings.at(at, signs);
            numbers.at(at, signs);
            var home = (sinceHome[at] < 8 ? 1 : 0) + (untilHome[at] < 6 ? 2 : 0);
            signs.add(60, home, classes[at]);
            signs.add(61, home, character(text, at));
            signs.add(62, home & 1, Spans.at(classes, at - 1), classes[at], Spans.at(classes, at + 1));
            signs.add(63, rules[at]);
            signs.add(64, Spans.at(rules, at - 1), rules[at]);
            signs.add(65, rules[at], Spans.at(rules, at + 1));
            signs.add(66, rules[at], cut.place[at]);
            signs.endOf(at);
        }
        return signs;
    }

    private void characters(int at) {
        int third = character(text, at - 3);
        int second = character(text, at - 2);
        int last = character(text, at - 1);
        int here = character(text, at);
        int next = character(text, at + 1);
        int further = character(text, at + 2);
        signs.add(1);
        signs.add(2, third);
        signs.add(3, second);
        signs.add(4, last);
        signs.add(5, here);
        signs.add(6, next);
        signs.add(7, further);
        signs.add(8, character(text, at + 3));
        signs.add(9, second, last);
        signs.add(10, last, here);
        signs.add(11, here, next);
        signs.add(12, next, further);
        signs.add(13, last, next);
        signs.add(14, second, last, here);
        signs.add(15, last, here, next);
        signs.add(16, here, next, further);
        signs.add(17, further, character(text, at + 3));
        signs.add(18, third, second);
        int before = Spans.at(classes, at - 1);
        int behind = Spans.at(classes, at + 1);
        signs.add(19, Spans.at(classes, at - 2), before, classes[at], behind, Spans.at(classes, at + 2));
        signs.add(20, before, classes[at]);
        signs.add(21, classes[at], behind);
        signs.add(22, classes[at]);
        if (form.gapBefore(at)) {
            signs.add(23, before, classes[at]);
        }
        if (at + 1 < text.length() && form.gapBefore(at + 1)) {
            signs.add(24);
        }
    }

    private void words(int at) {
        var place = cut.place;
        var nature = cut.nature;
        signs.add(30, cut.word[at], place[at]);
        signs.add(31, nature[at], place[at]);
        signs.add(32, cut.wordBefore[at], place[at]);
        signs.add(33, cut.wordBehind[at], place[at]);
        signs.add(34, cut.natureBefore[at], nature[at], place[at]);
        signs.add(35, nature[at], place[at], cut.natureBehind[at]);
        signs.add(36, cut.natureBefore[at], nature[at], place[at], cut.natureBehind[at]);
        signs.add(37, Spans.at(nature, at - 1), Spans.at(place, at - 1), nature[at], place[at]);
        signs.add(38, nature[at], place[at], Spans.at(nature, at + 1), Spans.at(place, at + 1));
        signs.add(39, place[at], Spans.at(place, at + 1), Spans.at(place, at + 2), Spans.at(nature, at + 2));
        signs.add(40, Spans.at(place, at - 2), Spans.at(nature, at - 2), Spans.at(place, at - 1), place[at]);
    }

    /** Digits are all the same here. */
    static char character(String text, int at) {
        if (at < 0 || at >= text.length()) {
            return at < 0 ? '^' : '$';
        }
        var here = text.charAt(at);
        return here >= '0' && here <= '9' ? '0' : here;
    }

    private static int classOf(int character) {
        return character >= '0' && character <= '9'
                ? '0'
                : NUMERALS.indexOf(character) >= 0
                        ? 'n'
                        : character >= 'a' && character <= 'z'
                                ? 'a'
                                : Character.isIdeographic(character)
                                        ? 'h'
                                        : Character.isWhitespace(character) ? '_' : character;
    }
}
