package cn.lianxin.attack;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A program of the system that is run against an address, with a home of its own so that it remembers nothing. */
final class Attacker {

    private static final Duration LONGEST = Duration.ofHours(3);

    private final Path directory;

    Attacker(Path directory) throws IOException {
        this.directory = Files.createDirectories(directory);
    }

    Path file(String name) {
        return directory.resolve(name);
    }

    /** What it said. */
    String run(List<String> command) throws IOException, InterruptedException {
        var said = file("said.txt");
        var building = new ProcessBuilder(command)
                .directory(directory.toFile())
                .redirectErrorStream(true)
                .redirectInput(ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()))
                .redirectOutput(said.toFile());
        building.environment().put("HOME", directory.toString());
        var process = building.start();
        try {
            assertThat(process.waitFor(LONGEST.toMinutes(), TimeUnit.MINUTES))
                    .as("%s ends; see %s", command.getFirst(), said)
                    .isTrue();
        } finally {
            process.destroyForcibly();
        }
        assertThat(process.exitValue())
                .as("%s; see %s", command.getFirst(), said)
                .isZero();
        return Files.readString(said);
    }
}
