package cn.lianxin.attack;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.atomic.LongAdder;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Programs that break into web pages find no way into the running demo, whoever lets them loose. */
@Tag("hours")
@Tag("browser")
@Tag("attack")
class AttackTest {

    /** Where somebody comes in who has no account; from there he goes by links. */
    private static final List<String> DOORS =
            List.of("/", "/sign-in", "/concerns/new", "/receipt", "/sealed", "/sealed/receipt");

    /** {@code -Dlianxin.attack.roles=handler;administrator} attacks as these alone. */
    private static final String ROLES = System.getProperty("lianxin.attack.roles", "");

    /** {@code -Dlianxin.attack.only=/news|/log} attacks what of their pages and forms has an address like this. */
    private static final Pattern ONLY = Pattern.compile(System.getProperty("lianxin.attack.only", ""));

    /** The same fields of the same kind of page go the same way to the database, whoever fills them in; so SQL is put into each once. */
    private final Set<String> attacked = new HashSet<>();

    @Test
    void nothing_is_found_as_anybody() throws Exception {
        var directory = Files.createTempDirectory(Files.createDirectories(Path.of("target", "attack")), "run")
                .toAbsolutePath();
        var found = new TreeMap<String, List<String>>();
        var signedOut = new ArrayList<String>();

        try (var demo = new RunningDemo(directory)) {
            if (isWanted("visitor")) {
                found.put("visitor", attack(new Visit(demo), directory.resolve("visitor")));
            }
            for (var account : demo.accounts()) {
                if (isWanted(account.role())) {
                    var visit = new Visit(demo).signIn(account);
                    found.put(account.role(), attack(visit, directory.resolve(account.number())));
                    if (!visit.isSignedIn()) {
                        signedOut.add(account.role());
                    }
                }
            }
        }

        assertThat(signedOut).as("signed out meanwhile").isEmpty();
        assertThat(found)
                .isNotEmpty()
                .allSatisfy((role, findings) -> assertThat(findings).as(role).isEmpty());
    }

    private static boolean isWanted(String role) {
        return ROLES.isEmpty() || List.of(ROLES.split(";")).contains(role);
    }

    private List<String> attack(Visit visit, Path directory) throws Exception {
        var targets = Surface.of(visit, DOORS);
        assertThat(targets).as("pages and forms").hasSizeGreaterThan(DOORS.size());
        targets = targets.stream()
                .filter(target -> ONLY.matcher(target.path()).find())
                .toList();
        if (targets.isEmpty()) {
            System.out.println(directory + ": nothing of it is for him");
            return List.of();
        }
        try (var doorman = new Doorman(visit)) {
            var found = new ArrayList<String>();
            var fresh = targets.stream()
                    .filter(target -> attacked.add(target.kind()))
                    .toList();
            if (!withFields(fresh).isEmpty()) {
                found.addAll(new Sqlmap(new Attacker(directory.resolve("sqlmap"))).attack(doorman.home(), fresh));
                assertThat(doorman.asked().keySet()).as("what sqlmap reached").containsAll(withFields(fresh));
            }
            found.addAll(new Wapiti(
                            new Attacker(directory.resolve("wapiti")),
                            ONLY.pattern().isEmpty())
                    .attack(doorman.home(), targets));
            found.addAll(doorman.incidents());
            System.out.println(directory + ": " + targets.size() + " pages and forms, " + fresh.size() + " new, "
                    + doorman.asked().values().stream()
                            .mapToLong(LongAdder::sum)
                            .sum() + " requests, found " + found);
            return found;
        }
    }

    private static Set<String> withFields(List<Target> targets) {
        return targets.stream()
                .filter(target -> !target.fields().isEmpty())
                .map(target -> target.method() + " " + Surface.kindOf(target.path()))
                .collect(Collectors.toSet());
    }
}
