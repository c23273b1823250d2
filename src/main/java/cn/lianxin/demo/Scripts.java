package cn.lianxin.demo;

import cn.lianxin.platform.calendar.WorkingCalendar;
import cn.lianxin.promise.Grade;
import cn.lianxin.promise.Matter;
import cn.lianxin.promise.Matters;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.BiFunction;
import java.util.stream.Collectors;

/** The written concerns by their matters, dealt out in turn so that none is seen much more often than the others. */
final class Scripts {

    private final Map<String, Matter> matters = new LinkedHashMap<>();
    private final Map<String, List<Script>> byMatter;
    private final Map<String, Integer> dealt = new HashMap<>();
    private final BiFunction<Grade, Instant, Instant> replyBy;

    /** @param replyBy when a concern of this grade that was filed then has to be answered */
    Scripts(List<Script> scripts, List<Matter> matters, BiFunction<Grade, Instant, Instant> replyBy) {
        matters.forEach(matter -> this.matters.put(matter.code(), matter));
        this.byMatter = scripts.stream().collect(Collectors.groupingBy(Script::matter));
        this.replyBy = replyBy;
    }

    List<Matter> matters() {
        return List.copyOf(matters.values());
    }

    Matter matter(Script script) {
        return Objects.requireNonNull(matters.get(script.matter()), script.matter());
    }

    Matter matter(String code) {
        return Objects.requireNonNull(matters.get(code), code);
    }

    Grade gradeOf(Script script) {
        return Matters.gradeOf(matter(script), script.title() + script.words(), matters.values());
    }

    boolean anyDanger(Matter matter) {
        return byMatter.getOrDefault(matter.code(), List.of()).stream().anyMatch(script -> gradeOf(script) == Grade.U0);
    }

    Script next(String matter) {
        var written = Objects.requireNonNull(byMatter.get(matter), matter);
        return written.get((dealt.merge(matter, 1, Integer::sum) - 1) % written.size());
    }

    /** Another of the same matter, or the same where there is but one. */
    Script another(Script than) {
        var script = next(than.matter());
        return script.equals(than) ? next(than.matter()) : script;
    }

    /** From another area, and no report of wrongdoing. */
    Script aboutSomethingElse(Script than, Dice dice) {
        var others = matters.values().stream()
                .filter(matter -> !matter.grade().restricted())
                .filter(matter ->
                        "AEFG".contains(matter.area()) && !than.matter().startsWith(matter.area()))
                .toList();
        return next(dice.one(others).code());
    }

    LocalDate replyBy(Grade grade, Instant filedAt) {
        return LocalDate.ofInstant(replyBy.apply(grade, filedAt), WorkingCalendar.ZONE);
    }
}
