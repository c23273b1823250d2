package cn.lianxin.evaluation;

import cn.lianxin.platform.classification.Sample;
import java.util.List;
import java.util.Map;

/** A row that a classifier learns from or is judged by. */
record Labelled(String id, Sample sample) {

    private static final int TITLE_LENGTH = 30;

    static List<Labelled> of(List<Map<String, String>> rows, Field field) {
        return rows.stream()
                .map(row -> new Labelled(Cell.of(row, "id"), field.of(row)))
                .toList();
    }

    String label() {
        return sample.label();
    }

    /** What of a row is read. */
    enum Field {
        TEXT {
            @Override
            Sample of(Map<String, String> row) {
                return new Sample(Cell.of(row, "label"), row.getOrDefault("title", ""), Cell.of(row, "text"));
            }
        },

        /** Where a row has no title, the beginning of its text serves, as in a list. */
        TITLE {
            @Override
            Sample of(Map<String, String> row) {
                var title = row.getOrDefault("title", "");
                var text = Cell.of(row, "text");
                var shown = title.isBlank() ? text.substring(0, Math.min(text.length(), TITLE_LENGTH)) : title;
                return new Sample(Cell.of(row, "label"), shown, shown);
            }
        };

        abstract Sample of(Map<String, String> row);

        static Field of(Options options) {
            return switch (options.text("--field", "text")) {
                case "text" -> TEXT;
                case "title" -> TITLE;
                default -> throw new BadInput("--field 只有 text 和 title。", "--field is text or title.");
            };
        }
    }
}
