package cn.lianxin.attack;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** sqlmap puts SQL into every field, every parameter and every part of an address that names something. */
final class Sqlmap {

    private static final Pattern UNBROKEN = Pattern.compile("does not seem to be injectable|is not injectable");

    /** A form that answers otherwise the second time looks like a hole, until sqlmap tries to use it and says this itself. */
    private static final String TAKEN_BACK = "false positive or unexploitable";

    private final Attacker attacker;

    Sqlmap(Attacker attacker) {
        this.attacker = attacker;
    }

    /** What it found, a line each. */
    List<String> attack(URI home, List<Target> targets) throws IOException, InterruptedException {
        var requests = attacker.file("requests.txt");
        var results = attacker.file("results.csv");
        Files.writeString(requests, log(home, targets));
        var said = attacker.run(List.of(
                "sqlmap",
                "-l",
                requests.toString(),
                "--batch",
                "--ignore-stdin",
                "--answers=exploit=N",
                "--disable-coloring",
                "--flush-session",
                "--ignore-redirects",
                "--drop-set-cookie",
                "--dbms=PostgreSQL",
                "--threads=2",
                "--time-sec=3",
                "--timeout=60",
                "--output-dir=" + attacker.file("output"),
                "--results-file=" + results));

        var found = new ArrayList<String>();
        var takenBack = new ArrayList<String>();
        if (Files.exists(results)) {
            Files.readAllLines(results).stream()
                    .skip(1)
                    .filter(line -> !line.isBlank())
                    .forEach(line -> (line.contains(TAKEN_BACK) ? takenBack : found).add(line));
            takenBack.forEach(line -> System.out.println("taken back by sqlmap, look by hand: " + line));
        }
        assertThat(found.size() + UNBROKEN.matcher(said).results().count())
                .as("fields that were attacked; see %s", attacker.file("said.txt"))
                .isPositive();
        return found;
    }

    private static String log(URI home, List<Target> targets) {
        var log = new StringBuilder();
        for (var target : targets) {
            if (!target.fields().isEmpty()) {
                put(log, target.request(home));
            }
            if (target.names()) {
                put(log, target.attackedInPath().request(home));
            }
        }
        return log.toString();
    }

    private static void put(StringBuilder log, String request) {
        log.append("==========\n").append(request).append("\n==========\n");
    }
}
