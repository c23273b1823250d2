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

    /** Through a hole it brings out what the database calls itself; what only answers otherwise looks like one and brings nothing. */
    private static final Pattern BROUGHT_OUT = Pattern.compile("banner: *'PostgreSQL");

    private static final Pattern BETWEEN_TARGETS = Pattern.compile("\\R\\[[0-9]+/[0-9]+\\] [A-Z]*");

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
                // What looked like a hole ends nothing: the others of this address are tried as well.
                "--answers=already been detected=N",
                "--banner",
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
        if (Files.exists(results)) {
            for (var line : Files.readAllLines(results)) {
                if (line.startsWith("http")) {
                    if (isThrough(line, said)) {
                        found.add(line);
                    } else {
                        System.out.println("nothing came out of it, look by hand: " + line);
                    }
                }
            }
        }
        assertThat(found.size() + UNBROKEN.matcher(said).results().count())
                .as("fields that were attacked; see %s", attacker.file("said.txt"))
                .isPositive();
        return found;
    }

    private static boolean isThrough(String line, String said) {
        var address = line.substring(0, line.indexOf(','));
        return BETWEEN_TARGETS
                .splitAsStream(said)
                .filter(target -> target.contains(address))
                .anyMatch(target -> BROUGHT_OUT.matcher(target).find());
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
