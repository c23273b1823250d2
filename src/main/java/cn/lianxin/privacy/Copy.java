package cn.lianxin.privacy;

import cn.lianxin.kernel.PersonId;
import cn.lianxin.platform.retention.OwnTable;
import cn.lianxin.platform.spreadsheet.SpreadsheetFormat;
import cn.lianxin.platform.spreadsheet.SpreadsheetWriter;
import cn.lianxin.platform.web.Words;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.springframework.stereotype.Component;
import org.springframework.web.util.HtmlUtils;
import tools.jackson.databind.json.JsonMapper;

/**
 * A copy of everything for the one whose it is: {@code data.json} for programs, a table of each for spreadsheets, one page to
 * read, and his files. Written as it is read, a file at a time.
 */
@Component
class Copy {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final OwnData data;

    Copy(OwnData data) {
        this.data = data;
    }

    void write(PersonId person, Words words, OutputStream out) throws IOException {
        var parts = data.of(person);
        try (var zip = new ZipOutputStream(out, StandardCharsets.UTF_8)) {
            put(zip, "data.json", JSON.writeValueAsString(json(parts)));
            put(zip, "index.html", page(parts, words));
            for (var part : parts) {
                for (var table : part.tables()) {
                    zip.putNextEntry(new ZipEntry("tables/" + table.name() + ".csv"));
                    csv(table, words, new Open(zip));
                    zip.closeEntry();
                }
            }
            data.files(person, file -> {
                zip.putNextEntry(new ZipEntry("files/" + file.name()));
                zip.write(file.bytes());
                zip.closeEntry();
            });
        }
    }

    private static Map<String, List<Map<String, String>>> json(List<OwnData.Part> parts) {
        var all = new LinkedHashMap<String, List<Map<String, String>>>();
        for (var part : parts) {
            for (var table : part.tables()) {
                var rows = new ArrayList<Map<String, String>>();
                for (var cells : table.rows()) {
                    var row = new LinkedHashMap<String, String>();
                    for (var place = 0; place < cells.size(); place++) {
                        row.put(table.columns().get(place).name().toLowerCase(Locale.ROOT), cells.get(place));
                    }
                    rows.add(row);
                }
                all.put(table.name(), rows);
            }
        }
        return all;
    }

    private static void csv(OwnTable table, Words words, OutputStream out) throws IOException {
        var header = table.columns().stream().map(words::of).toList();
        try (var writer = SpreadsheetWriter.open(out, SpreadsheetFormat.CSV_UTF8, header)) {
            for (var cells : table.rows()) {
                writer.write(cells);
            }
        }
    }

    private static String page(List<OwnData.Part> parts, Words words) {
        var chinese = words.chinese();
        var page = new StringBuilder("<!doctype html><html lang=\"" + (chinese ? "zh-CN" : "en")
                + "\"><meta charset=\"utf-8\"><title>" + escaped(words.of("own-data.title")) + "</title><h1>"
                + escaped(words.of("own-data.title")) + "</h1>");
        for (var part : parts) {
            page.append("<h2>").append(escaped(part.kind().name().in(chinese))).append("</h2>");
            for (var table : part.tables()) {
                page.append("<h3>")
                        .append(escaped(words.of("own-table." + table.name())))
                        .append("</h3><table border=\"1\"><tr>");
                table.columns()
                        .forEach(column -> page.append("<th>")
                                .append(escaped(words.of(column)))
                                .append("</th>"));
                page.append("</tr>");
                for (var row : table.rows()) {
                    page.append("<tr>");
                    row.forEach(
                            cell -> page.append("<td>").append(escaped(cell)).append("</td>"));
                    page.append("</tr>");
                }
                page.append("</table>");
            }
        }
        return page.append("</html>").toString();
    }

    private static String escaped(String text) {
        return HtmlUtils.htmlEscape(text, "UTF-8");
    }

    private static void put(ZipOutputStream zip, String name, String content) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(content.getBytes(StandardCharsets.UTF_8));
        zip.closeEntry();
    }

    /** One table ends and the archive goes on. */
    private static final class Open extends FilterOutputStream {

        private Open(OutputStream out) {
            super(out);
        }

        @Override
        public void write(byte[] bytes, int from, int length) throws IOException {
            out.write(bytes, from, length);
        }

        @Override
        public void close() throws IOException {
            out.flush();
        }
    }
}
