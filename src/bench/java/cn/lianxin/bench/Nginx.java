package cn.lianxin.bench;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;

/** The floor of what is kept: nginx serves the same bytes as a file, as it comes from the system's packages. */
final class Nginx implements AutoCloseable {

    private final Process process;
    private final int port;

    private Nginx(Process process, int port) {
        this.process = process;
        this.port = port;
    }

    static Nginx serving(byte[] page) throws IOException, InterruptedException {
        var directory = Files.createTempDirectory(Files.createDirectories(Path.of("target", "bench")), "nginx")
                .toAbsolutePath();
        Files.write(directory.resolve("front.html"), page);
        int port;
        try (var socket = new ServerSocket(0)) {
            port = socket.getLocalPort();
        }
        var configuration = directory.resolve("nginx.conf");
        Files.writeString(configuration, """
                daemon off;
                %3$s
                worker_processes auto;
                pid %1$s/nginx.pid;
                error_log %1$s/error.log;
                events { worker_connections 1024; }
                http {
                    access_log off;
                    sendfile on;
                    tcp_nopush on;
                    keepalive_requests 1000000;
                    types { text/html html; }
                    client_body_temp_path %1$s;
                    proxy_temp_path %1$s;
                    fastcgi_temp_path %1$s;
                    uwsgi_temp_path %1$s;
                    scgi_temp_path %1$s;
                    server { listen 127.0.0.1:%2$d; root %1$s; }
                }
                """.formatted(
                        directory, port, System.getProperty("user.name").equals("root") ? "user root;" : ""));
        var process = new ProcessBuilder("nginx", "-c", configuration.toString(), "-e", directory + "/error.log")
                .inheritIO()
                .start();
        Thread.sleep(500);
        if (!process.isAlive()) {
            throw new IllegalStateException("nginx did not start, see " + directory);
        }
        return new Nginx(process, port);
    }

    URI address() {
        return URI.create("http://127.0.0.1:" + port + "/front.html");
    }

    @Override
    public void close() throws InterruptedException {
        process.destroy();
        process.waitFor();
    }
}
