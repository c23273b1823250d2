package cn.lianxin.plantedmine;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Locale;

/**
 * Writes mines out, for measuring from outside: {@code PART FOLDER [MINES [SEED [WEEKS [LEDGER]]]]} makes
 * {@code FOLDER/part-1/stream.jsonl} with the messages, {@code truth.tsv} with what was planted and {@code from.txt} with the time from which
 * it counts, and so on for each mine. LEDGER is how many weeks of everyday messages the mine has before.
 */
public final class WritePlantedMine {

    private static final long SEED = 20_261_130;

    private WritePlantedMine() {}

    public static void main(String[] args) throws IOException {
        var part = Part.valueOf(args[0].toUpperCase(Locale.ROOT));
        int mines = args.length > 2 ? Integer.parseInt(args[2]) : 4;
        long seed = args.length > 3 ? Long.parseLong(args[3]) : SEED;
        int weeks = args.length > 4 ? Integer.parseInt(args[4]) : 52;
        int ledger = args.length > 5 ? Integer.parseInt(args[5]) : 0;
        for (int number = 1; number <= mines; number++) {
            var plan = new PlantedMine.Plan(part, "M" + number, weeks, 10, weeks, 6, ledger);
            write(PlantedMine.of(plan, seed(seed, part, number)), Path.of(args[1], part.word() + "-" + number));
        }
    }

    /** The mine of this number for which figures are published. */
    public static PlantedMine published(Part part, int number, int ledger) {
        return PlantedMine.of(
                new PlantedMine.Plan(part, "M" + number, 52, 10, 52, 6, ledger), seed(SEED, part, number));
    }

    /** Every mine has its own; {@code first} chooses the whole run. */
    static long seed(long first, Part part, int number) {
        return first + 1_000L * part.ordinal() + number;
    }

    private static void write(PlantedMine mine, Path folder) throws IOException {
        Files.createDirectories(folder);
        Files.write(
                folder.resolve("stream.jsonl"),
                mine.messages().stream().map(Message::json).toList(),
                UTF_8);
        var truth = new ArrayList<String>();
        truth.add("cluster\tfault\tids");
        mine.clusters()
                .forEach(cluster -> truth.add(
                        "%s\t%s\t%s".formatted(cluster.id(), cluster.fault(), String.join(",", cluster.messageIds()))));
        Files.write(folder.resolve("truth.tsv"), truth, UTF_8);
        Files.writeString(folder.resolve("from.txt"), mine.countedFrom() + "\n", UTF_8);
    }
}
