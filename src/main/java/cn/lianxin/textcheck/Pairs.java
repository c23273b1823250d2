package cn.lianxin.textcheck;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/** Quotation marks and brackets that are opened and not closed, or closed and not opened. */
final class Pairs {

    private static final String OPENING = "“‘「『《〈（(【〔[";
    private static final String CLOSING = "”’」』》〉）)】〕]";
    private static final String STRAIGHT = "\"＂";

    private record Open(int at, int kind) {}

    private Pairs() {}

    static List<Finding> in(Passage passage) {
        var found = new ArrayList<Finding>();
        Deque<Open> open = new ArrayDeque<>();
        var straight = new ArrayList<Integer>();
        for (var at = 0; at < passage.raw.length(); at++) {
            var character = passage.raw.charAt(at);
            if (STRAIGHT.indexOf(character) >= 0) {
                straight.add(at);
            } else if (OPENING.indexOf(character) >= 0) {
                open(passage, at, open, found);
            } else if (CLOSING.indexOf(character) >= 0 && !isNoBracket(passage.raw, at)) {
                close(passage, at, open, found);
            }
        }
        open.forEach(left -> found.add(at(passage, left.at)));
        if (straight.size() % 2 == 1) {
            found.add(at(passage, straight.getLast()));
        }
        return found;
    }

    /** A quotation that goes on in the next paragraph is opened there once more, and closed once. */
    private static void open(Passage passage, int at, Deque<Open> open, List<Finding> found) {
        var kind = kind(OPENING.indexOf(passage.raw.charAt(at)));
        var last = open.peek();
        if (last != null && last.kind == kind && kind <= 3) {
            open.pop();
            if (!beginsParagraph(passage.raw, at)) {
                found.add(at(passage, last.at));
            }
        }
        open.push(new Open(at, kind));
    }

    private static void close(Passage passage, int at, Deque<Open> open, List<Finding> found) {
        var kind = kind(CLOSING.indexOf(passage.raw.charAt(at)));
        if (open.stream().noneMatch(one -> one.kind == kind)) {
            found.add(at(passage, at));
            return;
        }
        for (var last = open.pop(); last.kind != kind; last = open.pop()) {
            found.add(at(passage, last.at));
        }
    }

    /** (1) and （1） are one kind: people mix them. */
    private static int kind(int index) {
        return "（(".indexOf(OPENING.charAt(index)) >= 0 ? OPENING.indexOf('（') : index;
    }

    private static boolean beginsParagraph(String text, int at) {
        var before = text.substring(text.lastIndexOf('\n', at - 1) + 1, at).strip();
        return text.lastIndexOf('\n', at - 1) >= 0 && (before.isEmpty() || before.equals(">") || before.equals("#"));
    }

    /** The ’ of Lei’s, and the bracket behind the number of an item. */
    private static boolean isNoBracket(String text, int at) {
        var character = text.charAt(at);
        if (character == '’') {
            return at > 0 && at + 1 < text.length() && isLatin(text.charAt(at - 1)) && isLatin(text.charAt(at + 1));
        }
        if (character != ')' && character != '）') {
            return false;
        }
        var begin = at;
        while (begin > 0 && "0123456789abcdef一二三四五六七八九十".indexOf(text.charAt(begin - 1)) >= 0) {
            begin--;
        }
        return begin < at && at - begin <= 3 && (begin == 0 || " \u3000\n。；;:：，,".indexOf(text.charAt(begin - 1)) >= 0);
    }

    private static boolean isLatin(char character) {
        return character < 0x80 && Character.isLetter(character);
    }

    private static Finding at(Passage passage, int at) {
        return passage.rawly(Flaw.PAIRS, Level.CONFIRM, at, at + 1, "");
    }
}
