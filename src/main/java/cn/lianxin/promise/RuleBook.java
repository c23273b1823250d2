package cn.lianxin.promise;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * All packs in all their versions, and which were switched on or off for what. Of each pack the version in force on the
 * day counts; where several packs set a limit, whoever asks takes the stricter.
 */
record RuleBook(List<PackVersion> versions, List<RuleSwitch> switches) {

    /** A matter and grade to which nothing would be promised, or of which nobody above would hear. */
    record Gap(String matter, Grade grade, Stage stage, LocalDate from) {}

    RuleBook {
        versions = List.copyOf(versions);
        switches = List.copyOf(switches);
    }

    /** The limits of all packs that speak of it on this day. */
    List<Rule> rulesFor(Stage stage, String matter, Grade grade, LocalDate day) {
        return inForce(day).stream()
                .filter(version -> isOn(version.pack(), matter, grade, day))
                .flatMap(version -> version.rules().stream())
                .filter(rule -> rule.covers(stage, matter, grade))
                .toList();
    }

    /** Of each pack the version in force. */
    List<PackVersion> inForce(LocalDate day) {
        var latest = new TreeMap<String, PackVersion>();
        versions.stream()
                .filter(version -> !version.from().isAfter(day))
                .sorted(Comparator.comparing(PackVersion::from).thenComparing(PackVersion::id))
                .forEach(version -> latest.put(version.pack(), version));
        return List.copyOf(latest.values());
    }

    List<PackVersion> notInForce(LocalDate day) {
        var now = inForce(day);
        return versions.stream()
                .filter(version -> !now.contains(version))
                .sorted(Comparator.comparing(PackVersion::from)
                        .thenComparing(PackVersion::id)
                        .reversed())
                .toList();
    }

    Optional<PackVersion> anyOf(String pack) {
        return versions.stream().filter(version -> version.pack().equals(pack)).findFirst();
    }

    private boolean isOn(String pack, String matter, Grade grade, LocalDate day) {
        return switches.stream()
                .filter(one -> one.pack().equals(pack) && !one.from().isAfter(day))
                .filter(one -> one.circle().covers(matter, grade))
                .max(Comparator.comparing(RuleSwitch::from).thenComparing(RuleSwitch::id))
                .map(RuleSwitch::on)
                .orElse(true);
    }

    RuleBook and(Collection<PackVersion> more) {
        return new RuleBook(Stream.concat(versions.stream(), more.stream()).toList(), switches);
    }

    RuleBook and(RuleSwitch decision) {
        return new RuleBook(
                versions, Stream.concat(switches.stream(), Stream.of(decision)).toList());
    }

    /** Where nothing would be promised, or nobody above told, on this day or on a later one on which something comes into force. */
    Optional<Gap> gapFrom(LocalDate day, Collection<Matter> matters) {
        var days = new TreeSet<LocalDate>();
        days.add(day);
        versions.forEach(version -> days.add(version.from()));
        switches.forEach(one -> days.add(one.from()));
        return days.tailSet(day).stream()
                .flatMap(on -> gapsOn(on, matters).stream())
                .findFirst();
    }

    private List<Gap> gapsOn(LocalDate day, Collection<Matter> matters) {
        var gaps = new ArrayList<Gap>();
        for (var matter : matters) {
            for (var grade : Grade.values()) {
                for (var stage : Stage.values()) {
                    if (stage.lacks(rulesFor(stage, matter.code(), grade, day))) {
                        gaps.add(new Gap(matter.code(), grade, stage, day));
                    }
                }
            }
        }
        return gaps;
    }
}
