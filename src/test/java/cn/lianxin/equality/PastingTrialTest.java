package cn.lianxin.equality;

import static org.assertj.core.api.Assertions.assertThat;

import cn.lianxin.TrialData;
import cn.lianxin.kernel.UnitId;
import cn.lianxin.platform.spreadsheet.SpreadsheetReader;
import java.io.IOException;
import java.util.ArrayList;
import org.junit.jupiter.api.Test;

/**
 * How much is called pasted in a real office's ledger. It has no matters, so each of its concerns counts as one of its own, and the whole office as
 * one unit: more is named than would be in the product.
 */
class PastingTrialTest {

    @Test
    void in_a_real_ledger_few_answers_are_called_pasted() throws IOException {
        var answers = new ArrayList<Answer>();
        try (var ledger = SpreadsheetReader.open(TrialData.file("ledger-gb18030.csv"), "ledger-gb18030.csv")) {
            for (var row : ledger.rows().toList()) {
                var cells = row.cells();
                answers.add(new Answer(
                        cells.getFirst(),
                        new UnitId(1),
                        "row " + row.number(),
                        cells.get(2),
                        cells.get(2) + "\n" + cells.get(4),
                        cells.get(5)));
            }
        }

        var pasted = Pasting.among(answers);

        int cases = pasted.stream().mapToInt(one -> one.cases().size()).sum();
        System.out.println("called pasted: " + cases + " answers of " + answers.size() + " in " + pasted.size()
                + " groups: "
                + pasted.stream()
                        .map(one ->
                                one.cases().stream().map(Pasted.Case::number).toList())
                        .toList());
        assertThat((double) cases / answers.size()).isLessThan(0.03);
    }
}
