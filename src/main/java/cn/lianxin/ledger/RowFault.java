package cn.lianxin.ledger;

import java.util.List;

/**
 * What is wrong or worth knowing about one row.
 *
 * @param number of the row as the spreadsheet program shows it
 * @param heading of the column as the office named it, empty for the row as a whole
 * @param code of the sentence {@code refusal.<code>}
 * @param leftOut whether the row was not imported for it
 */
record RowFault(int number, String heading, String code, List<String> arguments, boolean leftOut) {

    RowFault {
        arguments = List.copyOf(arguments);
    }
}
