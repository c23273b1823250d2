package cn.lianxin.companyaccount;

import cn.lianxin.platform.certificate.OpenSsl;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** An authority of the test's own, which issues one certificate. */
record TestAuthority(Path certificate, Path serverCertificate, Path serverKey) {

    /** @param names of the server, such as {@code IP:127.0.0.1} */
    static TestAuthority in(Path directory, String names) throws IOException {
        var openSsl = new OpenSsl(Files.createDirectories(directory));
        openSsl.must(options("ca", "连心试验", "basicConstraints=critical,CA:TRUE"));
        openSsl.must(
                concat(options("server", "server", "subjectAltName=" + names), "-CA", "ca.crt", "-CAkey", "ca.key"));
        return new TestAuthority(openSsl.file("ca.crt"), openSsl.file("server.crt"), openSsl.file("server.key"));
    }

    private static String[] options(String file, String name, String extension) {
        return new String[] {
            "req",
            "-x509",
            "-newkey",
            "ec",
            "-pkeyopt",
            "ec_paramgen_curve:P-256",
            "-nodes",
            "-days",
            "60",
            "-utf8",
            "-subj",
            "/CN=" + name,
            "-addext",
            extension,
            "-keyout",
            file + ".key",
            "-out",
            file + ".crt"
        };
    }

    private static String[] concat(String[] options, String... more) {
        var all = java.util.Arrays.copyOf(options, options.length + more.length);
        System.arraycopy(more, 0, all, options.length, more.length);
        return all;
    }
}
