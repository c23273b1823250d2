package cn.lianxin.identity;

/**
 * As it was typed.
 *
 * @param person staff number of whoever is away, where somebody else says it
 * @param number staff number of the deputy, empty for the usual one or the next in line
 */
record AbsenceForm(String person, String number, String from, String until, String reason, String time, String usual) {

    static AbsenceForm empty() {
        return new AbsenceForm("", "", "", "", "", "", "");
    }

    static AbsenceForm leave(String person, String number, String from, String until, String reason) {
        return new AbsenceForm(person, number, from, until, reason, "", "");
    }

    static AbsenceForm underground(String time) {
        return new AbsenceForm("", "", "", "", "", time, "");
    }

    static AbsenceForm usually(String usual) {
        return new AbsenceForm("", "", "", "", "", "", usual);
    }
}
