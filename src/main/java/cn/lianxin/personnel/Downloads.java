package cn.lianxin.personnel;

import cn.lianxin.platform.spreadsheet.SpreadsheetFormat;
import cn.lianxin.platform.spreadsheet.SpreadsheetWriter;
import cn.lianxin.platform.web.Words;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;

/** Tables that the browser saves. */
final class Downloads {

    private Downloads() {}

    static SpreadsheetWriter open(
            HttpServletResponse response, SpreadsheetFormat format, String name, List<String> header)
            throws IOException {
        response.setContentType(format.mediaType());
        response.setHeader("Content-Disposition", "attachment; filename=\"" + name + "." + format.extension() + "\"");
        return SpreadsheetWriter.open(response.getOutputStream(), format, header);
    }

    static void faults(HttpServletResponse response, List<ImportFault> faults, Words words) throws IOException {
        var header = List.of(
                words.of("personnel.import.row"),
                words.of("personnel.import.column"),
                words.of("personnel.import.content"),
                words.of("personnel.import.fault"));
        try (var writer = open(response, SpreadsheetFormat.CSV_UTF8, "faults", header)) {
            for (var fault : faults) {
                writer.write(List.of(
                        String.valueOf(fault.row()),
                        words.of(fault.column()),
                        fault.content(),
                        words.of("refusal." + fault.code(), fault.arguments().toArray())));
            }
        }
    }
}
