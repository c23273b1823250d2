package cn.lianxin.platform.outgoing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;

/** A port of this machine where nobody listens, and where nobody can begin to: a port that was merely left goes to the next who asks for any. */
public final class ClosedDoor implements AutoCloseable {

    private final Socket taken = new Socket();

    public ClosedDoor() {
        this(0);
    }

    ClosedDoor(int port) {
        try {
            taken.setReuseAddress(true);
            taken.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public int port() {
        return taken.getLocalPort();
    }

    @Override
    public void close() {
        try {
            taken.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
