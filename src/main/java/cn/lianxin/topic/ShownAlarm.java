package cn.lianxin.topic;

import cn.lianxin.kernel.UnitId;
import cn.lianxin.topic.SeenEvidence.Before;
import cn.lianxin.topic.SeenEvidence.Seen;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * An alarm as far as one reader sees it.
 *
 * @param words what binds the evidence, as people wrote it
 * @param weeks how many of them came in each week, the oldest first
 */
record ShownAlarm(
        long id, String mine, List<Seen> evidence, List<String> words, List<Integer> weeks, Optional<Why> dismissal) {

    /** That somebody found no common cause. */
    record Why(Instant at, LocalDate on, String by, String because) {}

    enum State {
        OPEN,
        TAKEN_UP,
        DISMISSED
    }

    /** So many of them before one problem, and the alarm is taken up. */
    private static final int ENOUGH_LAID = 2;

    private static final int LONGEST_TITLE = 60;

    public String address() {
        return "/topics/" + id;
    }

    /** The words that bind it, the first as a title for what may lie behind it. */
    public String name() {
        return words.isEmpty() ? evidence.getFirst().title() : String.join(" · ", words);
    }

    /** Short enough for a problem. */
    public String title() {
        var whole = words.isEmpty()
                ? evidence.getFirst().title()
                : words.stream().map(one -> one.split("、")[0]).collect(Collectors.joining("、"));
        int length = whole.codePointCount(0, whole.length());
        return length <= LONGEST_TITLE ? whole : whole.substring(0, whole.offsetByCodePoints(0, LONGEST_TITLE));
    }

    public List<UnitId> units() {
        return evidence.stream().map(Seen::unit).distinct().toList();
    }

    /** When what he sees of it became a handful. */
    public Instant since() {
        return evidence.get(Listening.SMALLEST - 1).filedAt();
    }

    public Instant newest() {
        return evidence.getLast().filedAt();
    }

    /** A judgement is of what there was; where a handful came after it, it is to be judged again. */
    public State state() {
        if (problem().isPresent()) {
            return State.TAKEN_UP;
        }
        return dismissal.filter(why -> after(why) < Listening.SMALLEST).isPresent() ? State.DISMISSED : State.OPEN;
    }

    private long after(Why why) {
        return evidence.stream().filter(one -> one.filedAt().isAfter(why.at())).count();
    }

    /** Before which most of them lie. */
    public Optional<Before> problem() {
        Map<Before, Integer> laid = new HashMap<>();
        evidence.stream().flatMap(one -> one.problem().stream()).forEach(one -> laid.merge(one, 1, Integer::sum));
        return laid.entrySet().stream()
                .filter(entry -> entry.getValue() >= ENOUGH_LAID)
                .max(Map.Entry.<Before, Integer>comparingByValue()
                        .thenComparing(entry -> entry.getKey().number()))
                .map(Map.Entry::getKey);
    }

    /** Of three of them, the newest first. */
    public List<String> newestTitles() {
        return evidence.reversed().stream()
                .map(one -> one.title().isBlank() ? one.number() : one.title())
                .distinct()
                .limit(Listening.SMALLEST)
                .toList();
    }

    /** What lies before no problem yet. */
    public List<Seen> free() {
        return evidence.stream().filter(one -> one.problem().isEmpty()).toList();
    }

    /** Of one whose title says more than the beginning of its words. */
    public boolean isTitled(Seen one) {
        return !one.title().isBlank() && !one.words().startsWith(one.title().replace("…", ""));
    }

    public List<Excerpt.Piece> excerpt(Seen one) {
        var sought = new ArrayList<String>();
        words.forEach(same -> sought.addAll(List.of(same.split("、"))));
        return Excerpt.of(one.words(), sought);
    }

    /** Of the bar of a week, out of twenty. */
    public int height(int week) {
        int most = Math.max(1, weeks.stream().mapToInt(Integer::intValue).max().orElse(1));
        return 20 * weeks.get(week) / most;
    }
}
