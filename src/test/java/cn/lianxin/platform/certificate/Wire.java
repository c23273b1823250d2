package cn.lianxin.platform.certificate;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.cert.X509Certificate;
import javax.net.ssl.SSLSocket;

/** One connection, byte by byte: what a browser never lets go of by itself. */
record Wire(SSLSocket socket) implements AutoCloseable {

    static Wire to(int port, X509Certificate root) throws IOException {
        var socket = (SSLSocket) Client.contextTrusting(root).getSocketFactory().createSocket("localhost", port);
        socket.setSoTimeout(60_000);
        socket.startHandshake();
        return new Wire(socket);
    }

    void say(String text) throws IOException {
        socket.getOutputStream().write(text.getBytes(StandardCharsets.UTF_8));
        socket.getOutputStream().flush();
    }

    /** The status of a whole answer. */
    int hear() throws IOException {
        var head = until("\r\n\r\n");
        if (head.toLowerCase(java.util.Locale.ROOT).contains("transfer-encoding: chunked")) {
            until("0\r\n\r\n");
        } else {
            var length = head.toLowerCase(java.util.Locale.ROOT).replaceFirst("(?s).*content-length: (\\d+).*", "$1");
            socket.getInputStream().readNBytes(length.matches("\\d+") ? Integer.parseInt(length) : 0);
        }
        return Integer.parseInt(head.substring(9, 12));
    }

    X509Certificate shown() throws IOException {
        return (X509Certificate) socket.getSession().getPeerCertificates()[0];
    }

    private String until(String end) throws IOException {
        var bytes = new ByteArrayOutputStream();
        while (!bytes.toString(StandardCharsets.ISO_8859_1).endsWith(end)) {
            var next = socket.getInputStream().read();
            if (next < 0) {
                throw new EOFException("the server ended the connection after " + bytes);
            }
            bytes.write(next);
        }
        return bytes.toString(StandardCharsets.ISO_8859_1);
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
