package cn.lianxin.journey;

import cn.lianxin.platform.spreadsheet.SpreadsheetReader;
import com.microsoft.playwright.options.FilePayload;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** The roster of a unit in the hands of its personnel office: downloaded, changed there, and uploaded again. */
final class OfficeRoster {

    private final String header;
    private final List<String> lines;

    private OfficeRoster(String header, List<String> lines) {
        this.header = header;
        this.lines = lines;
    }

    /** What the button on the page downloads, as the office's own program writes it out again. */
    static OfficeRoster downloaded(Walk administrator) {
        administrator.open("/personnel");
        var file = administrator
                .page()
                .waitForDownload(() -> administrator
                        .page()
                        .getByText(administrator.say("personnel.present.download"))
                        .click());
        try (var table = SpreadsheetReader.open(file.path(), file.suggestedFilename())) {
            var lines = table.rows()
                    .map(row -> String.join(",", row.cells()))
                    .collect(Collectors.toCollection(ArrayList::new));
            return new OfficeRoster(String.join(",", table.header()), lines);
        }
    }

    int size() {
        return lines.size();
    }

    OfficeRoster with(String number, String name, String unit, String title) {
        lines.add("%s,%s,%s,%s,,,,,".formatted(number, name, unit, title));
        return this;
    }

    OfficeRoster without(String number) {
        lines.removeIf(line -> line.startsWith(number + ","));
        return this;
    }

    /** Uploads it and looks. */
    Walk send(Walk administrator) {
        var text = header + "\n" + String.join("\n", lines) + "\n";
        return administrator
                .open("/personnel")
                .attach(
                        "personnel.roster.file",
                        new FilePayload("花名册.csv", "text/csv", text.getBytes(StandardCharsets.UTF_8)))
                .press("personnel.roster.look");
    }
}
