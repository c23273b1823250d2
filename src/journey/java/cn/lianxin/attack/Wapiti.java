package cn.lianxin.attack;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.json.JsonMapper;

/**
 * Wapiti finds its own way and tries scripts, files, commands, redirections, broken headers and stored markup. Left out is what asks
 * programs on the Internet, and what looks for a token in each form: a foreign form is known by its origin here.
 */
final class Wapiti {

    private static final String MODULES =
            "blindsql,cookieflags,crlf,csp,exec,file,htaccess,methods,permanentxss,redirect,shellshock,sql,xss";

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Attacker attacker;
    private final boolean walking;

    /** @param walking whether it goes on from the pages that it is given */
    Wapiti(Attacker attacker, boolean walking) {
        this.attacker = attacker;
        this.walking = walking;
    }

    /** What it found, a line each. */
    List<String> attack(URI home, List<Target> targets) throws IOException, InterruptedException {
        var report = attacker.file("report.json");
        var command = new ArrayList<>(List.of(
                "wapiti",
                "-u",
                home + "/",
                "-m",
                MODULES,
                "-f",
                "json",
                "-o",
                report.toString(),
                "-d",
                walking ? "3" : "0",
                "--max-links-per-page",
                "60",
                "--max-files-per-dir",
                "8",
                "--max-scan-time",
                "300",
                "--max-attack-time",
                "300",
                "-t",
                "30",
                "--flush-session",
                "--no-bugreport",
                "--store-session",
                attacker.file("session").toString(),
                "--store-config",
                attacker.file("config").toString()));
        for (var target : targets) {
            if (target.method().equals("GET")) {
                command.addAll(List.of("-s", home + target.path()));
            }
        }
        attacker.run(command);
        return findings(Files.readString(report));
    }

    private static List<String> findings(String report) {
        var read = JSON.readTree(report);
        var found = new ArrayList<String>();
        for (var kind : List.of("vulnerabilities", "anomalies")) {
            read.required(kind)
                    .properties()
                    .forEach(entry -> entry.getValue()
                            .forEach(one -> found.add("%s: %s %s: %s"
                                    .formatted(
                                            entry.getKey(),
                                            one.path("method").asString(""),
                                            one.path("path").asString(""),
                                            one.path("info").asString("")))));
        }
        return found;
    }
}
