package cn.lianxin.companyaccount;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.time.Duration;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;

/**
 * What the library does too late or too kindly: a server that takes the call and says nothing would hold the handshake for
 * ever, and on loopback a certificate for another name would do.
 */
final class TimelySockets extends SSLSocketFactory {

    private final SSLSocketFactory sockets;
    private final int milliseconds;

    TimelySockets(SSLSocketFactory sockets, Duration patience) {
        this.sockets = sockets;
        this.milliseconds = Math.toIntExact(patience.toMillis());
    }

    private Socket timely(Socket socket) throws IOException {
        socket.setSoTimeout(milliseconds);
        if (socket instanceof SSLSocket encrypted) {
            var parameters = encrypted.getSSLParameters();
            parameters.setEndpointIdentificationAlgorithm("LDAPS");
            encrypted.setSSLParameters(parameters);
        }
        return socket;
    }

    @Override
    public Socket createSocket() throws IOException {
        return timely(sockets.createSocket());
    }

    @Override
    public Socket createSocket(Socket connected, String host, int port, boolean autoClose) throws IOException {
        return timely(sockets.createSocket(connected, host, port, autoClose));
    }

    @Override
    public Socket createSocket(String host, int port) throws IOException {
        return timely(sockets.createSocket(host, port));
    }

    @Override
    public Socket createSocket(String host, int port, InetAddress from, int fromPort) throws IOException {
        return timely(sockets.createSocket(host, port, from, fromPort));
    }

    @Override
    public Socket createSocket(InetAddress host, int port) throws IOException {
        return timely(sockets.createSocket(host, port));
    }

    @Override
    public Socket createSocket(InetAddress host, int port, InetAddress from, int fromPort) throws IOException {
        return timely(sockets.createSocket(host, port, from, fromPort));
    }

    @Override
    public String[] getDefaultCipherSuites() {
        return sockets.getDefaultCipherSuites();
    }

    @Override
    public String[] getSupportedCipherSuites() {
        return sockets.getSupportedCipherSuites();
    }
}
