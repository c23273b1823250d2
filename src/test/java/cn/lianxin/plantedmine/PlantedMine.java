package cn.lianxin.plantedmine;

import cn.lianxin.plantedmine.Vocabulary.Fault;
import cn.lianxin.plantedmine.Vocabulary.Matter;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.TreeMap;

/**
 * A mine's messages in order of time, and what was planted in them. The same plan and seed give the same mine.
 *
 * @param countedFrom before that the mine only fills its ledger: nothing is planted there, and nothing counts
 */
public record PlantedMine(List<Message> messages, List<Cluster> clusters, Instant countedFrom) {

    /**
     * How large and how loud a mine is. Ten messages a day for 10,000 workers: one worker in three writes once a year, somewhat more than offices
     * write down today, as it will cost no walk.
     *
     * @param standing complaints that come back all the year at their own steady rate and are no news
     * @param ledger weeks before the counted ones, of the same everyday messages and standing complaints
     */
    public record Plan(Part part, String mine, int weeks, double perDay, int clusters, int standing, int ledger) {

        /** A year of one mine, with a cluster a week on average. */
        public static Plan year(Part part, String mine) {
            return new Plan(part, mine, 52, 10, 52, 6, 0);
        }

        /** The same after a year that the mine has in its ledger. */
        public static Plan yearAfterAnother(Part part, String mine) {
            return new Plan(part, mine, 52, 10, 52, 6, 52);
        }

        int firstDay() {
            return ledger * 7;
        }

        int days() {
            return (ledger + weeks) * 7;
        }
    }

    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final Instant START = Instant.parse("2026-01-04T16:00:00Z");
    private static final int DISTRICTS = 16;
    private static final int CREWS = 6;
    private static final int APART = 8;
    private static final double RIGHT = 0.9;
    private static final double[] HOURS = {2, 1, 1, 0.5, 0.5, 1, 3, 4, 4, 4, 3, 3, 4, 3, 4, 5, 5, 4, 4, 5, 6, 6, 5, 3};

    private record Draft(Instant at, String district, String crew, String matter, Text text, int cluster) {}

    private record Text(String title, String detail) {}

    public static PlantedMine of(Plan plan, long seed) {
        return new Maker(plan, seed).made();
    }

    private static final class Maker {

        private final Plan plan;
        private final Random random;
        private final Vocabulary vocabulary;
        private final Wording wording;
        private final List<Draft> drafts = new ArrayList<>();
        private final List<String> planted = new ArrayList<>();

        Maker(Plan plan, long seed) {
            this.plan = plan;
            this.random = new Random(seed);
            this.vocabulary = Vocabulary.of(plan.part());
            this.wording = new Wording(vocabulary, random);
        }

        PlantedMine made() {
            for (int day = 0; day < plan.days(); day++) {
                for (int left = poisson(plan.perDay()); left > 0; left--) {
                    background(day);
                }
            }
            for (int number = 0; number < plan.standing(); number++) {
                standing();
            }
            plantAll();
            return numbered();
        }

        private void background(int day) {
            var at = moment(day);
            var matter = matter(at.atZone(ZONE).getMonthValue());
            String district = district();
            drafts.add(new Draft(
                    at,
                    district,
                    crew(district),
                    desk(matter.code()),
                    text(matter, matter.lines(), wording.new Things()),
                    -1));
        }

        /** The same canteen, the same two or three grievances, every week or every second one. */
        private void standing() {
            var matter = matterWithThings();
            var lines = new ArrayList<>(matter.lines());
            Collections.shuffle(lines, random);
            var few = lines.subList(0, Math.min(3, lines.size()));
            var names = vocabulary.entities().keySet().stream()
                    .filter(kind -> few.stream().anyMatch(line -> line.contains("<" + kind + ">")))
                    .toList();
            var chosen = new TreeMap<String, List<String>>();
            names.forEach(kind -> chosen.put(
                    kind,
                    wording.any(Objects.requireNonNull(vocabulary.entities().get(kind)))));
            double perDay = (0.5 + 0.7 * random.nextDouble()) / 7;
            for (int day = 0; day < plan.days(); day++) {
                for (int left = poisson(perDay); left > 0; left--) {
                    var things = wording.new Things();
                    chosen.forEach(things::with);
                    String district = district();
                    drafts.add(new Draft(
                            moment(day), district, crew(district), desk(matter.code()), text(matter, few, things), -1));
                }
            }
        }

        private Matter matterWithThings() {
            var well = List.of("E1", "E4", "G1", "F2", "A3", "K3", "E2", "G3", "C4", "F6");
            String code = wording.any(well);
            return vocabulary.matters().stream()
                    .filter(matter -> matter.code().equals(code))
                    .findFirst()
                    .orElseThrow();
        }

        private void plantAll() {
            var faults = new ArrayList<Fault>();
            while (faults.size() < plan.clusters()) {
                var round = nextRound(faults);
                faults.addAll(round.subList(0, Math.min(round.size(), plan.clusters() - faults.size())));
            }
            double gap = (plan.weeks() * 7 - 22.0) / plan.clusters();
            for (int number = 0; number < faults.size(); number++) {
                plant(faults.get(number), number, plan.firstDay() + 7 + gap * (number + random.nextDouble()));
            }
        }

        /** All faults once more, none of which happened just now. */
        private List<Fault> nextRound(List<Fault> before) {
            var round = new ArrayList<>(vocabulary.faults());
            var lately = before.subList(Math.max(0, before.size() - APART), before.size());
            do {
                Collections.shuffle(round, random);
            } while (!Collections.disjoint(round.subList(0, APART), lately));
            return round;
        }

        private void plant(Fault fault, int number, double firstDay) {
            planted.add(fault.name());
            int reports = 3 + random.nextInt(3);
            var days = new ArrayList<Double>();
            double within = 3 + 10 * random.nextDouble();
            for (int report = 1; report < reports; report++) {
                days.add(firstDay + within * random.nextDouble());
            }
            days.add(firstDay);
            var lines = new ArrayList<>(fault.reports());
            Collections.shuffle(lines, random);
            var crews = crews(
                    reports,
                    List.of("face", "roadway", "crew", "winch", "pump", "contractor")
                            .contains(fault.kind()));
            var things = wording.new Things();
            var openings = wording.deck("opening");
            var details = wording.deck("detail");
            var endings = wording.deck("ending");
            for (int report = 0; report < reports; report++) {
                String matter = wording.chance(RIGHT) ? fault.matter() : wording.any(fault.neighbours());
                var text = report(lines.get(report), things, openings, details, endings);
                String crew = crews.get(report);
                drafts.add(new Draft(
                        moment(days.get(report)),
                        crew.substring(0, crew.lastIndexOf('-')),
                        crew,
                        matter,
                        text,
                        number));
            }
        }

        private Text report(
                String line, Wording.Things things, List<String> openings, List<String> details, List<String> endings) {
            int closed = line.indexOf('】');
            String title = closed < 0 ? "" : line.substring(1, closed);
            var detail = new StringBuilder();
            deal(detail, openings, 0.45, things);
            detail.append(wording.said(line.substring(closed + 1), things));
            deal(detail, details, 0.75, things);
            deal(detail, details, 0.5, things);
            deal(detail, details, 0.2, things);
            deal(detail, endings, 0.5, things);
            return new Text(title, detail.toString());
        }

        private void deal(StringBuilder onto, List<String> deck, double chance, Wording.Things things) {
            if (!deck.isEmpty() && wording.chance(chance)) {
                onto.append(wording.said(deck.removeLast(), things));
            }
        }

        private Text text(Matter matter, List<String> lines, Wording.Things things) {
            var cores = new ArrayList<>(lines);
            Collections.shuffle(cores, random);
            var detail = new StringBuilder();
            if (wording.chance(0.08)) {
                String said = wording.said(cores.getFirst(), things);
                int comma = said.indexOf('，');
                return new Text("", comma < 0 ? said : said.substring(0, comma));
            }
            deal(detail, wording.deck("opening"), 0.45, things);
            deal(detail, cores, 1, things);
            deal(detail, cores, 0.7, things);
            deal(detail, cores, 0.3, things);
            var details = wording.deck("detail");
            deal(detail, details, 0.75, things);
            deal(detail, details, 0.5, things);
            deal(detail, details, 0.35, things);
            deal(detail, wording.deck("ending"), 0.5, things);
            return new Text(title(matter, things), detail.toString());
        }

        private String title(Matter matter, Wording.Things things) {
            if (!wording.chance(0.4)) {
                return "";
            }
            String line = wording.deck("title").getFirst().replace("<题>", wording.any(matter.titles()));
            return wording.said(line, things);
        }

        private PlantedMine numbered() {
            drafts.sort(Comparator.comparing(Draft::at));
            var messages = new ArrayList<Message>();
            var members = new ArrayList<List<String>>();
            planted.forEach(_ -> members.add(new ArrayList<>()));
            for (var draft : drafts) {
                String id = "%s-%05d".formatted(plan.mine(), messages.size() + 1);
                messages.add(new Message(
                        id,
                        plan.mine(),
                        draft.district(),
                        draft.crew(),
                        draft.matter(),
                        draft.at(),
                        draft.text().title(),
                        draft.text().detail()));
                if (draft.cluster() >= 0) {
                    members.get(draft.cluster()).add(id);
                }
            }
            var clusters = new ArrayList<Cluster>();
            for (int number = 0; number < planted.size(); number++) {
                clusters.add(new Cluster(
                        "%s-c%03d".formatted(plan.mine(), number + 1),
                        planted.get(number),
                        List.copyOf(members.get(number))));
            }
            return new PlantedMine(
                    List.copyOf(messages), List.copyOf(clusters), START.plus(Duration.ofDays(plan.firstDay())));
        }

        private Matter matter(int month) {
            double all = vocabulary.matters().stream()
                    .mapToDouble(matter -> matter.weight(month))
                    .sum();
            double at = random.nextDouble() * all;
            for (var matter : vocabulary.matters()) {
                at -= matter.weight(month);
                if (at < 0) {
                    return matter;
                }
            }
            return vocabulary.matters().getLast();
        }

        /** The desk's matter for what belongs to another one: right nine times in ten, else a neighbour of the same family. */
        private String desk(String code) {
            if (wording.chance(RIGHT)) {
                return code;
            }
            return wording.any(vocabulary.matters().stream()
                    .map(Matter::code)
                    .filter(other -> other.charAt(0) == code.charAt(0) && !other.equals(code))
                    .toList());
        }

        private List<String> crews(int reports, boolean local) {
            var districts = local ? List.of(district(), district()) : List.<String>of();
            var crews = new ArrayList<String>();
            while (crews.stream().distinct().count() < 2) {
                crews.clear();
                for (int report = 0; report < reports; report++) {
                    crews.add(crew(local ? wording.any(districts) : district()));
                }
            }
            return crews;
        }

        private String district() {
            return "%s-%02d".formatted(plan.mine(), 1 + random.nextInt(DISTRICTS));
        }

        private String crew(String district) {
            return "%s-%d".formatted(district, 1 + random.nextInt(CREWS));
        }

        private Instant moment(int day) {
            double at = random.nextDouble() * java.util.Arrays.stream(HOURS).sum();
            int hour = 0;
            while (hour < HOURS.length - 1 && at >= HOURS[hour]) {
                at -= HOURS[hour++];
            }
            return START.plus(Duration.ofDays(day)).plus(Duration.ofHours(hour)).plusSeconds(random.nextInt(3600));
        }

        private static Instant moment(double day) {
            return START.plusSeconds((long) (day * 86_400));
        }

        private int poisson(double mean) {
            double product = random.nextDouble();
            int count = 0;
            for (double limit = Math.exp(-mean); product > limit; product *= random.nextDouble()) {
                count++;
            }
            return count;
        }
    }
}
