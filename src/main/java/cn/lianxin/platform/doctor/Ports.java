package cn.lianxin.platform.doctor;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;

/** Whether Lianxin is found where people look for it. */
final class Ports {

    private static final int PATIENCE = 2_000;

    private Ports() {}

    static Finding look(int port, boolean running) {
        var taken = isTaken(port);
        if (running && !taken) {
            return Finding.wrong(
                    "连心在运行，可是端口 " + port + " 没有应答：它用的是别的端口就加 --port；否则停下再启动。",
                    "Lianxin runs, but nobody answers at port " + port
                            + ": say --port if it has another one, else stop and start it.");
        }
        if (!running && taken) {
            return Finding.wrong(
                    "连心没有运行，端口 " + port + " 却被别的程序占着：停掉它，或 ./lianxin run --port 换一个。",
                    "Lianxin does not run, and another program holds port " + port
                            + ": stop that, or ./lianxin run --port another.");
        }
        return running
                ? Finding.fine("端口 " + port + " 有应答", "port " + port + " answers")
                : Finding.fine("连心没有运行，端口 " + port + " 空着", "Lianxin does not run; port " + port + " is free");
    }

    static boolean isTaken(int port) {
        try (var socket = new Socket()) {
            socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), PATIENCE);
            return true;
        } catch (IOException nobody) {
            return false;
        }
    }
}
