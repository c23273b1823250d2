package cn.lianxin.platform.certificate;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A maker and judge of certificates that was not written here. */
public record OpenSsl(Path directory) {

    record Result(int exitCode, String output) {}

    Result run(String... arguments) {
        var command = new ArrayList<String>(List.of("openssl"));
        command.addAll(List.of(arguments));
        try {
            var process = new ProcessBuilder(command)
                    .directory(directory.toFile())
                    .redirectErrorStream(true)
                    .start();
            process.getOutputStream().close();
            var output = new String(process.getInputStream().readAllBytes());
            return new Result(process.waitFor(), output);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    public void must(String... arguments) {
        var result = run(arguments);
        if (result.exitCode() != 0) {
            throw new IllegalStateException(result.output());
        }
    }

    /** A certificate signed by itself for these names, and its key. */
    void certificate(String certificate, String key, String names) {
        must(
                "req",
                "-x509",
                "-newkey",
                "ec",
                "-pkeyopt",
                "ec_paramgen_curve:P-256",
                "-nodes",
                "-days",
                "60",
                "-subj",
                "/CN=lianxin.test",
                "-addext",
                "subjectAltName=" + names,
                "-addext",
                "basicConstraints=critical,CA:FALSE",
                "-keyout",
                key,
                "-out",
                certificate);
    }

    public Path file(String name) {
        return directory.resolve(name);
    }

    void write(String name, String... parts) {
        try {
            Files.writeString(file(name), String.join("", parts));
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    String text(String name) {
        try {
            return Files.readString(file(name));
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
