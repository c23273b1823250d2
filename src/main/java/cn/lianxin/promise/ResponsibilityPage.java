package cn.lianxin.promise;

import cn.lianxin.organization.UnitCard;
import cn.lianxin.platform.web.Faults;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * What the page of the table of responsibility shows, for one unit and what is below it.
 *
 * @param preview of the table that was just read; empty where none was
 */
record ResponsibilityPage(
        UnitCard unit,
        String matter,
        LocalDate today,
        List<Responsibility.Gap> gaps,
        List<Responsibility.Entry> entries,
        List<Matter> matters,
        List<ListedEntry> preview,
        Faults faults,
        Map<String, String> typed) {

    String typed(String field) {
        return typed.getOrDefault(field, "");
    }

    boolean previewIsFaulty() {
        return preview.stream().anyMatch(ListedEntry::isFaulty);
    }

    /** The rows as text, by which they come back from the preview. */
    String previewText() {
        return preview.stream()
                .map(entry -> entry.row() + "\t" + String.join("\t", entry.cells()))
                .collect(Collectors.joining("\n"));
    }

    String name(String code, boolean chinese) {
        return matters.stream()
                .filter(one -> one.code().equals(code))
                .findFirst()
                .map(one -> code + " " + one.name(chinese))
                .orElse(code);
    }

    /** Of entries for the same matter and unit the first in the list whose day has come. */
    boolean counts(Responsibility.Entry entry) {
        return entries.stream()
                .filter(other -> other.matter().equals(entry.matter())
                        && other.scopeCode().equals(entry.scopeCode())
                        && !other.from().isAfter(today))
                .findFirst()
                .filter(entry::equals)
                .isPresent();
    }
}
