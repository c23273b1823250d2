package cn.lianxin.survival;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;

/** Of loopback, free a moment ago. */
final class Ports {

    private Ports() {}

    static int free() {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
