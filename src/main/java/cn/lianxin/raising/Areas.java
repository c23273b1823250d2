package cn.lianxin.raising;

import cn.lianxin.promise.Matter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** The matters by their areas, as the second screen folds them. */
record Areas(List<Matter> matters) {

    static List<Areas> of(List<Matter> all) {
        return all.stream()
                .collect(Collectors.groupingBy(Matter::area, LinkedHashMap::new, Collectors.toList()))
                .values()
                .stream()
                .map(Areas::new)
                .toList();
    }

    String name(boolean chinese) {
        return matters.getFirst().areaName(chinese);
    }

    /** In the sprite; an area is known by its letter. */
    String icon() {
        return "area-" + matters.getFirst().area().toLowerCase(Locale.ROOT);
    }

    String examples(boolean chinese) {
        return matters.stream()
                .limit(3)
                .map(matter -> matter.name(chinese))
                .collect(Collectors.joining(chinese ? "、" : ", "));
    }

    boolean holds(String code) {
        return matters.stream().anyMatch(matter -> matter.code().equals(code));
    }
}
