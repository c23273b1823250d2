package cn.lianxin.platform.calendar;

import java.util.List;

/**
 * What is wrong with a list, for whoever has to mend it.
 *
 * @param row as the spreadsheet program numbers it, zero for the list as a whole
 * @param content what stands there
 * @param code of the sentence {@code refusal.<code>}
 */
record ListFault(int row, String content, String code, List<Object> arguments) {

    ListFault(int row, String content, String code, Object... arguments) {
        this(row, content, code, List.of(arguments));
    }
}
