package cn.lianxin.personnel;

import cn.lianxin.platform.web.Words;

/**
 * One line of what a roster would do.
 *
 * @param number staff number, or the code of a unit
 * @param before where he is, or what is kept of him; empty for who is new
 * @param after where he will be, or what will be kept; empty for who leaves
 * @param row in the file, 0 for who is missing from it
 */
record RosterLine(RosterList list, String number, String name, String before, String after, RosterNote note, int row) {

    String before(Words words) {
        return shown(before, words);
    }

    String after(Words words) {
        return shown(after, words);
    }

    /** Empty where there is nothing to remark. */
    String note(Words words) {
        return note == RosterNote.NONE ? "" : words.of(note);
    }

    private String shown(String text, Words words) {
        return switch (note) {
            case EMPLOYMENT -> words.of("employment." + text);
            case SEX -> text.isEmpty() ? "" : words.of("sex." + text);
            default -> text;
        };
    }
}
