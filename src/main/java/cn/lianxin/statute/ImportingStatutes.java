package cn.lianxin.statute;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.MalformedInputException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Takes in a collection of laws as lines of JSON, whole or not at all; what is known already is no fault. */
@Component
class ImportingStatutes {

    private static final int MOST_FAULTS = 20;

    private record Version(String law, LocalDate fromDay) {}

    private final Statutes statutes;
    private final TransactionTemplate transactions;
    private final Clock clock;

    ImportingStatutes(Statutes statutes, TransactionTemplate transactions, Clock clock) {
        this.statutes = statutes;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** The exit code: 0 where all of it is in. */
    int run(Path file, PrintStream out) {
        var versions = new LinkedHashMap<Version, List<StatuteLine>>();
        try {
            var faults = read(file, versions);
            if (versions.isEmpty() && faults.isEmpty()) {
                faults.add("文件里没有一条 · there is no line in it");
            }
            if (!faults.isEmpty()) {
                faults.stream().limit(MOST_FAULTS).forEach(fault -> out.println("✗ " + fault));
                out.println("一条也没有导入 · Nothing was imported: " + faults.size());
                return 1;
            }
        } catch (MalformedInputException notUtf8) {
            out.println("✗ 不是 UTF-8 · not UTF-8");
            return 1;
        } catch (IOException unreadable) {
            out.println("✗ " + unreadable.getMessage());
            return 2;
        }
        return Boolean.TRUE.equals(transactions.execute(transaction -> {
                    var others = take(versions, out);
                    if (others) {
                        transaction.setRollbackOnly();
                    }
                    return !others;
                }))
                ? 0
                : 1;
    }

    private static List<String> read(Path file, Map<Version, List<StatuteLine>> versions) throws IOException {
        var faults = new ArrayList<String>();
        var seen = new HashSet<String>();
        try (var lines = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
            var number = 0;
            for (var line = lines.readLine(); line != null; line = lines.readLine()) {
                number++;
                if (line.isBlank()) {
                    continue;
                }
                var place = number;
                StatuteLine.parse(line)
                        .ifPresentOrElse(
                                one -> {
                                    if (!seen.add(one.law() + "\n" + one.fromDay() + "\n" + one.article())) {
                                        faults.add("第 " + place + " 行：这一条已经有了 · line " + place + ": twice: " + one.law()
                                                + " " + one.article());
                                    }
                                    versions.computeIfAbsent(
                                                    new Version(one.law(), one.fromDay()), _ -> new ArrayList<>())
                                            .add(one);
                                },
                                () -> faults.add("第 " + place + " 行读不懂 · line " + place
                                        + ": not {law, version (a day), chapter, article, text}"));
            }
        }
        return faults;
    }

    /** Whether one of them is known with other words. */
    private boolean take(Map<Version, List<StatuteLine>> versions, PrintStream out) {
        var taken = 0;
        var known = 0;
        var others = false;
        for (var one : versions.entrySet()) {
            var version = one.getKey();
            var before = statutes.clauses(version.law(), version.fromDay());
            if (before.isEmpty()) {
                statutes.add(version.law(), version.fromDay(), one.getValue(), clock.instant());
                taken++;
            } else if (words(before).equals(words(one.getValue()))) {
                known++;
            } else {
                others = true;
                out.println("✗ 已经有这一版，字不一样；一版的字不会变，请改日期 · known with other words, give it the day of its own: "
                        + version.law() + " " + version.fromDay());
            }
        }
        out.println(
                others
                        ? "一条也没有导入 · Nothing was imported"
                        : "导入 " + taken + " 部，早就有的 " + known + " 部 · imported " + taken + ", known before " + known);
        return others;
    }

    private static Map<String, String> words(List<StatuteLine> lines) {
        return lines.stream()
                .collect(Collectors.toMap(StatuteLine::article, line -> line.chapter() + "\n" + line.text()));
    }
}
