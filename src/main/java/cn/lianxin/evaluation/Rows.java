package cn.lianxin.evaluation;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The rows of a file in UTF-8: JSON lines where the first line opens with a brace, otherwise tab separated below a
 * header. One broken line refuses the whole file by its number, so nothing is ever trained on half of it.
 */
final class Rows {

    private static final JsonMapper JSON = new JsonMapper();

    private final Path file;

    private Rows(Path file) {
        this.file = file;
    }

    /** @throws BadInput when a line is broken, or lacks one of the needed fields */
    static List<Map<String, String>> of(Path file, List<String> needed) {
        return new Rows(file).read(needed);
    }

    private List<Map<String, String>> read(List<String> needed) {
        var lines = lines();
        boolean isJson = !lines.isEmpty() && lines.getFirst().stripLeading().startsWith("{");
        var header = isJson || lines.isEmpty() ? List.<String>of() : cells(lines.getFirst());
        if (!isJson && !lines.isEmpty() && !header.containsAll(needed)) {
            var columns = String.join(", ", needed);
            throw new BadInput(
                    file + " 的第一行要是表头，用制表符隔开，里面要有：" + columns + "。什么也没有做。",
                    "The first line of " + file + " has to be a header, parted by tabs, with: " + columns
                            + "; nothing was done.");
        }
        var rows = new ArrayList<Map<String, String>>(lines.size());
        for (int at = isJson ? 0 : 1; at < lines.size(); at++) {
            if (!lines.get(at).isBlank()) {
                var row = isJson ? object(lines.get(at), at + 1) : row(header, lines.get(at), at + 1);
                needed.forEach(new Line(at + 1, row)::needs);
                rows.add(row);
            }
        }
        if (rows.isEmpty()) {
            throw new BadInput(file + " 里一行也没有。", "There is no row in " + file + ".");
        }
        return rows;
    }

    private List<String> lines() {
        try {
            var text = Files.readString(file, StandardCharsets.UTF_8);
            return (text.startsWith("\uFEFF") ? text.substring(1) : text)
                    .lines()
                    .toList();
        } catch (CharacterCodingException _) {
            throw new BadInput(file + " 不是 UTF-8 编码，请另存一次。", file + " is not in UTF-8; save it again as such.");
        } catch (IOException problem) {
            throw new UncheckedIOException(problem);
        }
    }

    private Map<String, String> object(String line, int number) {
        try {
            var node = JSON.readTree(line);
            if (!node.isObject()) {
                throw broken(number);
            }
            var row = new HashMap<String, String>();
            node.properties().forEach(property -> row.put(property.getKey(), text(property.getValue())));
            return row;
        } catch (JacksonException _) {
            throw broken(number);
        }
    }

    private static String text(JsonNode value) {
        return value.isNull() ? "" : value.isValueNode() ? value.asString() : value.toString();
    }

    private Map<String, String> row(List<String> header, String line, int number) {
        var cells = cells(line);
        if (cells.size() != header.size()) {
            throw new BadInput(
                    file + " 第 " + number + " 行有 " + cells.size() + " 格，表头有 " + header.size() + " 格，什么也没有做。",
                    file + " has " + cells.size() + " cells in line " + number + " and " + header.size()
                            + " in its header; nothing was done.");
        }
        var row = new HashMap<String, String>();
        for (int at = 0; at < cells.size(); at++) {
            row.put(header.get(at), cells.get(at));
        }
        return row;
    }

    private static List<String> cells(String line) {
        return List.of(line.split("\t", -1));
    }

    private BadInput broken(int number) {
        return new BadInput(
                file + " 第 " + number + " 行坏了，什么也没有做。", file + " is broken in line " + number + "; nothing was done.");
    }

    private final class Line {

        private final int number;
        private final Map<String, String> row;

        Line(int number, Map<String, String> row) {
            this.number = number;
            this.row = row;
        }

        void needs(String field) {
            if (!row.containsKey(field)) {
                throw new BadInput(
                        file + " 第 " + number + " 行没有 " + field + "，什么也没有做。",
                        file + " has no " + field + " in line " + number + "; nothing was done.");
            }
        }
    }
}
