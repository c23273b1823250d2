package cn.lianxin.report;

import java.util.List;

/**
 * A report in the words of its reader. The page, the paper and the workbook show this and nothing else, so that they
 * cannot tell different numbers.
 *
 * @param lead one sentence each: what is compared, what is withheld, which issue it corrects
 * @param fileName without its ending
 */
public record LaidOut(
        String title,
        String fileName,
        List<String> lead,
        List<Table> tables,
        String remarks,
        Sheet sheet,
        List<String> imprint) {

    public record Table(String title, List<String> headings, List<List<String>> rows, String empty) {}

    /**
     * What hangs on the notice board.
     *
     * @param takenDown a sentence for each that does not hang there any more
     */
    public record Sheet(String title, String lead, List<Matter> matters, String empty, List<String> takenDown) {}

    /** @param answer in a sentence */
    public record Matter(String number, String about, String answer, String by, String on) {}
}
