package cn.lianxin.disclosure;

import cn.lianxin.platform.paper.Paper;
import cn.lianxin.platform.web.QrPicture;
import cn.lianxin.platform.web.Words;
import java.util.Map;
import org.springframework.stereotype.Component;

/** A notice on paper, for the board: the same words, and the address as a QR code. */
@Component
class Sheets {

    /** How large the paper is, with letters that are read from where one stands before it. */
    enum Size {
        A4("210mm 297mm", "11pt"),
        A3("297mm 420mm", "16pt");

        private final String page;
        private final String letters;

        Size(String page, String letters) {
            this.page = page;
            this.letters = letters;
        }
    }

    private static final String STYLE = """
            @page { size: %s; margin: 15mm; @bottom-right { content: counter(page) " / " counter(pages);
                font-family: "Noto Sans SC"; font-size: 9pt; color: #4a4f55; } }
            body { font-family: "Noto Sans SC"; font-size: %s; line-height: 1.5; color: #1c1f23; }
            h1 { font-size: 1.8em; font-weight: normal; line-height: 1.25; margin: 0 0 2mm 0; }
            p { margin: 0 0 2mm 0; }
            .lead { color: #4a4f55; padding-bottom: 3mm; border-bottom: 1.5pt solid #2d3136; }
            .correction { border: 1pt solid #2d3136; padding: 2mm 3mm; }
            table.rows { width: 100%%; border-collapse: collapse; -fs-table-paginate: paginate; font-size: 0.9em; }
            table.rows tr { page-break-inside: avoid; }
            table.rows th, table.rows td { font-weight: normal; text-align: left; padding: 1mm 2mm 1mm 0;
                border-bottom: 0.5pt solid #c9c5bb; vertical-align: top; }
            table.rows th { color: #4a4f55; }
            table.foot { width: 100%%; margin-top: 6mm; border-top: 1.5pt solid #2d3136; page-break-inside: avoid; }
            table.foot td { vertical-align: top; padding-top: 3mm; }
            td.code { width: 36mm; }
            td.code img { width: 34mm; height: 34mm; }
            .small { font-size: 0.85em; color: #4a4f55; }
            """;

    private final Paper paper;

    Sheets(Paper paper) {
        this.paper = paper;
    }

    byte[] of(NoticePages.Shown shown, String address, Size size, Words words) {
        return paper.of(
                "disclosure/sheet.jte",
                STYLE.formatted(size.page, size.letters),
                Map.of(
                        "shown", shown,
                        "address", address,
                        "code", QrPicture.inline(address),
                        "words", words));
    }
}
