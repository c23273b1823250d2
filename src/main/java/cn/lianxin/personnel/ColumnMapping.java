package cn.lianxin.personnel;

import cn.lianxin.platform.spreadsheet.Row;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.web.util.UriComponentsBuilder;

/** Which column of a file is which column of the import. */
record ColumnMapping(ImportSubject subject, Map<ImportColumn, Integer> positions) {

    private static final String NONE = "";

    ColumnMapping {
        positions = Map.copyOf(positions);
    }

    /** By the names in the header: the first column of a fitting name that is not taken yet. */
    static ColumnMapping guessed(ImportSubject subject, List<String> header) {
        var positions = new EnumMap<ImportColumn, Integer>(ImportColumn.class);
        for (var column : subject.columns()) {
            for (int position = 0; position < header.size(); position++) {
                if (column.isCalled(header.get(position)) && !positions.containsValue(position)) {
                    positions.put(column, position);
                    break;
                }
            }
        }
        return new ColumnMapping(subject, positions);
    }

    /** As a form says; what it does not mention, or says wrongly, is not in the file. Guessed where it mentions nothing. */
    static ColumnMapping of(ImportSubject subject, List<String> header, Map<String, String> form) {
        if (subject.columns().stream().noneMatch(column -> form.containsKey(column.parameter()))) {
            return guessed(subject, header);
        }
        var positions = new EnumMap<ImportColumn, Integer>(ImportColumn.class);
        for (var column : subject.columns()) {
            var chosen = form.getOrDefault(column.parameter(), NONE);
            if (chosen.matches("[0-9]{1,4}") && Integer.parseInt(chosen) < header.size()) {
                positions.put(column, Integer.parseInt(chosen));
            }
        }
        return new ColumnMapping(subject, positions);
    }

    Optional<Integer> position(ImportColumn column) {
        return Optional.ofNullable(positions.get(column));
    }

    /** The text of a row in this column, empty where the file has no such column. */
    String text(Row row, ImportColumn column) {
        return position(column).map(row::at).orElse("");
    }

    List<ImportColumn> missing() {
        return subject.columns().stream()
                .filter(column -> subject.needs(column) && !positions.containsKey(column))
                .toList();
    }

    /** What a form or an address carries to say the same again. */
    Map<String, String> parameters() {
        var parameters = new java.util.LinkedHashMap<String, String>();
        for (var column : subject.columns()) {
            parameters.put(
                    column.parameter(), position(column).map(String::valueOf).orElse(NONE));
        }
        return parameters;
    }

    String query() {
        var address = UriComponentsBuilder.newInstance();
        parameters().forEach(address::queryParam);
        return address.build().getQuery() == null ? "" : "?" + address.build().getQuery();
    }
}
