package cn.lianxin;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** One of our programs as the script starts it: a process of its own, of which only what it prints and how it ends is known. */
public final class JavaProcess implements AutoCloseable {

    private static final Duration LONGEST = Duration.ofMinutes(2);

    private final Process process;
    private final Path output;

    private JavaProcess(Process process, Path output) {
        this.process = process;
        this.output = output;
    }

    public static JavaProcess start(String main, List<String> arguments) {
        return start(List.of(), main, arguments);
    }

    /** @param options of the machine, as for its memory */
    public static JavaProcess start(List<String> options, String main, List<String> arguments) {
        var command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Dstdout.encoding=UTF-8"));
        command.addAll(options);
        command.addAll(List.of(
                "-cp", System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")), main));
        command.addAll(arguments);
        try {
            var output =
                    Files.createTempFile(Files.createDirectories(Path.of("target", "processes")), "output", ".txt");
            var process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(output.toFile())
                    .start();
            return new JavaProcess(process, output);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public String output() {
        try {
            return Files.readString(output, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Waits for what it prints. */
    public Matcher awaits(String expression) {
        var pattern = Pattern.compile(expression);
        var until = System.nanoTime() + LONGEST.toNanos();
        while (System.nanoTime() < until) {
            var alive = process.isAlive();
            var found = pattern.matcher(output());
            if (found.find()) {
                return found;
            }
            if (!alive) {
                break;
            }
            pause();
        }
        throw new IllegalStateException("it does not print " + expression + ", but: " + output());
    }

    /** How it ended by itself. */
    public int exit() {
        try {
            if (process.waitFor(LONGEST.toSeconds(), TimeUnit.SECONDS)) {
                return process.exitValue();
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
        throw new IllegalStateException("it does not end: " + output());
    }

    public boolean lives() {
        return process.isAlive();
    }

    /** At once, without a word to anybody: the signal that nobody can catch. */
    public void kill() {
        try {
            process.destroyForcibly().waitFor();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private static void pause() {
        try {
            Thread.sleep(20);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }

    @Override
    public void close() {
        kill();
    }
}
