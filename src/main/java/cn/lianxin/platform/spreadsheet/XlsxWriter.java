package cn.lianxin.platform.spreadsheet;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import org.dhatim.fastexcel.Position;
import org.dhatim.fastexcel.RichText;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/** Writes sheets of text; when one is full the next begins with the header again. */
final class XlsxWriter extends SpreadsheetWriter {

    static final int ROWS_OF_A_SHEET = 1_048_576;

    private static final int ROWS_IN_MEMORY = 500;

    private final Workbook workbook;
    private final List<String> header;
    private final String foot;
    private final int rowsOfASheet;
    private Worksheet sheet;
    private int sheets = 1;
    private int row;

    XlsxWriter(OutputStream out, List<String> header, String foot, int rowsOfASheet) {
        this.workbook = new Workbook(out, "Lianxin", "1.0");
        this.header = header;
        this.foot = foot;
        this.rowsOfASheet = rowsOfASheet;
        this.sheet = newSheet(workbook, sheets, foot);
    }

    @Override
    void put(List<String> cells) throws IOException {
        if (row == rowsOfASheet) {
            sheet.finish();
            sheet = newSheet(workbook, ++sheets, foot);
            row = 0;
            put(header);
        }
        for (int column = 0; column < cells.size(); column++) {
            if (!cells.get(column).isEmpty()) {
                sheet.inlineString(row, column, text(cells.get(column)));
            }
        }
        row++;
        if (row % ROWS_IN_MEMORY == 0) {
            sheet.flush();
        }
    }

    private static Worksheet newSheet(Workbook workbook, int number, String foot) {
        var sheet = workbook.newWorksheet(String.valueOf(number));
        sheet.freezePane(0, 1);
        if (!foot.isEmpty()) {
            // Of this sign a program would read a command of the page.
            sheet.footer(XlsxText.escaped(foot.replace("&", "")), Position.CENTER);
        }
        return sheet;
    }

    /** A run of rich text, because only there the library keeps the spaces at both ends; and it needs no table of strings. */
    private static RichText text(String cell) {
        return RichText.builder().run(XlsxText.escaped(cell)).end().build();
    }

    @Override
    public void close() throws IOException {
        sheet.finish();
        workbook.finish();
    }
}
