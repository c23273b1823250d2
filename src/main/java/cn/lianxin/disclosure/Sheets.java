package cn.lianxin.disclosure;

import cn.lianxin.platform.paper.Paper;
import cn.lianxin.platform.transparency.PaperProofs;
import cn.lianxin.platform.transparency.PaperProofs.Printed;
import cn.lianxin.platform.transparency.PaperProofs.Standing;
import cn.lianxin.platform.web.QrPicture;
import cn.lianxin.platform.web.Words;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.springframework.stereotype.Component;

/** A notice on paper, for the board: the same words, the address as a QR code, and what proves without a network that they are those of the log. */
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
            table.proof { width: 100%%; margin-top: 4mm; border-top: 0.5pt solid #c9c5bb; font-size: 11pt; }
            table.proof tr { page-break-inside: avoid; }
            table.proof td { width: 33%%; padding-top: 2mm; text-align: center; }
            table.proof td.lead { text-align: left; border-bottom: none; padding-bottom: 0; }
            table.proof img { width: 57mm; height: 57mm; }
            """;

    private static final int CODES_BESIDE = 3;

    /**
     * What proves it.
     *
     * @param rows of QR codes; empty where it cannot be proven yet, or not at all
     * @param sentence by the key of its words
     */
    record Proof(List<List<String>> rows, int codes, String sentence) {}

    private final Paper paper;
    private final PaperProofs proofs;

    Sheets(Paper paper, PaperProofs proofs) {
        this.paper = paper;
        this.proofs = proofs;
    }

    /** @param home where this installation is reached, without a slash at its end */
    byte[] of(NoticePages.Shown shown, String home, Size size, Words words) {
        var address = home + shown.address();
        return paper.of(
                "disclosure/sheet.jte",
                STYLE.formatted(size.page, size.letters),
                Map.of(
                        "shown", shown,
                        "address", address,
                        "code", QrPicture.inline(address),
                        "proof", proof(shown, home),
                        "words", words));
    }

    private Proof proof(NoticePages.Shown shown, String home) {
        var place = shown.notice().number() + ":" + shown.version().place();
        return switch (proofs.of(List.of(
                new Printed(
                        DisclosurePublications.VERSION,
                        "disclosure:" + place,
                        List.of(
                                "version.title",
                                "version.reason",
                                "version.published_at",
                                "version.objections_until",
                                "version.stays_until"),
                        List.of()),
                new Printed(
                        DisclosurePublications.TEXT,
                        "disclosure-text:" + place,
                        List.of("version.columns"),
                        List.of("version.body", "version.cells"))))) {
            case Standing.Proven proven -> {
                var pictures = proven.codes().stream()
                        .map(code -> QrPicture.inlineWithDigits(home + "/log/paper#proof=" + code))
                        .toList();
                var rows = IntStream.iterate(0, at -> at < pictures.size(), at -> at + CODES_BESIDE)
                        .mapToObj(at -> pictures.subList(at, Math.min(pictures.size(), at + CODES_BESIDE)))
                        .toList();
                yield new Proof(
                        rows,
                        pictures.size(),
                        proven.words() ? "disclosure.sheet.proof" : "disclosure.sheet.proof.long");
            }
            case Standing.Waiting _ -> new Proof(List.of(), 0, "disclosure.sheet.waiting");
            case Standing.Differs _ -> new Proof(List.of(), 0, "disclosure.sheet.differs");
        };
    }
}
