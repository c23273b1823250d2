package cn.lianxin.planted;

import cn.lianxin.platform.likeness.Message;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;

/** A year of a mine: unrelated things all the time, and causes that several write about, each in words of his own. */
record PlantedStream(List<Message> messages, List<Set<Long>> planted) {

    private static final Instant START = Instant.parse("2026-01-05T00:00:00Z");
    private static final Duration YEAR = Duration.ofDays(365);
    private static final int NONE = -1;

    private record Draft(Instant at, List<String> text, int cause) {}

    static PlantedStream of(long seed, int unrelated, int causes) {
        var random = new Random(seed);
        var wording = new Wording(random);
        var drafts = new ArrayList<Draft>();
        for (int at = 0; at < unrelated; at++) {
            var text = random.nextInt(5) < 3 ? wording.report(wording.cause()) : wording.personal();
            drafts.add(new Draft(moment(random), text, NONE));
        }
        for (int number = 0; number < causes; number++) {
            var cause = wording.cause();
            for (int reports = 8 + random.nextInt(12); reports > 0; reports--) {
                drafts.add(new Draft(moment(random), wording.report(cause), number));
            }
        }
        drafts.sort(Comparator.comparing(Draft::at));
        Map<Integer, Set<Long>> planted = new HashMap<>();
        var messages = new ArrayList<Message>();
        for (var draft : drafts) {
            long id = messages.size();
            messages.add(new Message(id, draft.text().getFirst(), draft.text().getLast(), draft.at()));
            if (draft.cause() != NONE) {
                planted.computeIfAbsent(draft.cause(), _ -> new HashSet<>()).add(id);
            }
        }
        return new PlantedStream(messages, List.copyOf(planted.values()));
    }

    private static Instant moment(Random random) {
        return START.plusSeconds((long) (random.nextDouble() * YEAR.toSeconds()));
    }
}
