package cn.lianxin.ledger;

import cn.lianxin.kernel.Refusal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Which column of a ledger means what. */
record Columns(List<String> header, Map<LedgerField, Integer> places) {

    Columns {
        header = List.copyOf(header);
        places = Map.copyOf(places);
    }

    /** By the names of the columns; of two that would do the better name wins, then the first. */
    static Columns recognized(List<String> header) {
        var places = new EnumMap<LedgerField, Integer>(LedgerField.class);
        for (var field : LedgerField.all()) {
            int best = Integer.MAX_VALUE;
            for (int place = 0; place < header.size(); place++) {
                if (field.rank(header.get(place)) < best && !places.containsValue(place)) {
                    best = field.rank(header.get(place));
                    places.put(field, place);
                }
            }
        }
        return new Columns(header, places);
    }

    /** From what was kept: the name of a field, or nothing, for every column. */
    static Columns of(List<String> header, List<String> fields) {
        var places = new EnumMap<LedgerField, Integer>(LedgerField.class);
        for (int place = 0; place < fields.size(); place++) {
            if (!fields.get(place).isEmpty()) {
                places.put(LedgerField.valueOf(fields.get(place)), place);
            }
        }
        return new Columns(header, places);
    }

    List<String> fields() {
        var fields = new ArrayList<>(Collections.nCopies(header.size(), ""));
        places.forEach((field, place) -> fields.set(place, field.name()));
        return fields;
    }

    /** Refuses a column that does not exist or is chosen twice, and a missing time or content, each at its select box. */
    Columns checked() {
        var taken = new EnumMap<LedgerField, Integer>(LedgerField.class);
        for (var field : LedgerField.all()) {
            var place = places.get(field);
            if (place == null) {
                if (field.required() && !(field == LedgerField.CONTENT && places.containsKey(LedgerField.TITLE))) {
                    throw new Refusal.Violation(field.name(), "ledger-column-missing");
                }
            } else if (place < 0 || place >= header.size()) {
                throw new Refusal.Violation(field.name(), "ledger-column-unknown");
            } else if (taken.containsValue(place)) {
                throw new Refusal.Violation(field.name(), "ledger-column-twice", header.get(place));
            } else {
                taken.put(field, place);
            }
        }
        return this;
    }

    boolean has(LedgerField field) {
        return places.containsKey(field);
    }

    int placeOf(LedgerField field) {
        return places.getOrDefault(field, -1);
    }

    /** The cell of the field, empty where the ledger has no such column. */
    String cell(LedgerField field, List<String> cells) {
        var place = placeOf(field);
        return place < 0 || place >= cells.size() ? "" : cells.get(place);
    }

    /** The column's own name, by which the office finds it. */
    String heading(LedgerField field) {
        return has(field) ? header.get(placeOf(field)) : "";
    }

    /** The columns that mean nothing here and are kept as they are. */
    List<String> others() {
        var others = new ArrayList<String>();
        for (int place = 0; place < header.size(); place++) {
            if (!places.containsValue(place)) {
                others.add(header.get(place));
            }
        }
        return others;
    }
}
